package io.sspr.reset.change;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.state.Policy;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.hashing.Phc;
import io.sspr.reset.password.Demands;
import io.sspr.reset.signin.CheckedPassword;
import io.sspr.reset.signin.Failures;
import io.sspr.reset.signin.PasswordJudge;
import io.sspr.reset.signin.SignInLimits;
import io.sspr.reset.signin.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides whether a password is changed; pure. The current password is judged as at sign-in. */
final class ChangeDecider {

    private final PasswordJudge judge;

    ChangeDecider(PasswordJudge judge) {
        this.judge = judge;
    }

    /** The current password comes first: who does not know it learns nothing about the new one. */
    ChangeDecision change(
            UUID accountId,
            boolean frozen,
            Failures failures,
            CheckedPassword typed,
            @Nullable NewPassword wanted,
            @Nullable Credential current,
            @Nullable KnownAccount account,
            Policy policy,
            boolean besideFactor,
            Instant now) {
        Asker asker = new Asker(accountId, account != null);
        SignInLimits limits = SignInLimits.of(policy.limits());
        Verdict verdict = judge.judge(asker, frozen, failures, typed, Credential.versionOf(current), limits, now);
        if (verdict instanceof Verdict.Refused refused) return new ChangeDecision.NotProven(refused);
        if (verdict instanceof Verdict.NeedsNewFacts || wanted == null) return new ChangeDecision.NeedsNewFacts();
        Demands demands = Demands.onChange(policy, besideFactor);
        if (!wanted.isPreparedFor(demands)) return new ChangeDecision.NeedsNewFacts();
        List<PasswordRule> broken = wanted.broken(demands, account);
        if (!broken.isEmpty()) return new ChangeDecision.RulesBroken(broken);
        Phc phc = wanted.phc();
        return phc == null
                ? new ChangeDecision.NeedsNewFacts()
                : new ChangeDecision.Changed(
                        Credential.after(current, accountId, phc, now), wanted.isUnchecked(demands));
    }
}
