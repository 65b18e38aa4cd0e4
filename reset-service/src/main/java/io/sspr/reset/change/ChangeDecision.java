package io.sspr.reset.change;

import io.sspr.contract.PasswordRule;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.signin.Verdict;
import java.util.List;

/** What becomes of the wish to change a password. */
sealed interface ChangeDecision {

    /** The current password was not accepted. */
    record NotProven(Verdict.Refused verdict) implements ChangeDecision {}

    /** The new password breaks these rules. */
    record RulesBroken(List<PasswordRule> rules) implements ChangeDecision {}

    /** It is changed; unchecked if a list of breached passwords could not be asked. */
    record Changed(Credential credential, boolean unchecked) implements ChangeDecision {}

    /** What was prepared does not hold any more: prepare again. */
    record NeedsNewFacts() implements ChangeDecision {}
}
