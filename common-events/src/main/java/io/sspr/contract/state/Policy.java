package io.sspr.contract.state;

import static java.util.Objects.requireNonNullElse;

import io.sspr.contract.About;
import io.sspr.contract.Defaulted;
import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.policy.AdministratorRules;
import io.sspr.contract.policy.AfterReset;
import io.sspr.contract.policy.HelpRules;
import io.sspr.contract.policy.LimitRules;
import io.sspr.contract.policy.NoticeRules;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.RegistrationRules;
import io.sspr.contract.policy.ScopeRules;
import io.sspr.contract.policy.SignInRules;
import io.sspr.contract.policy.StoppedKinds;
import java.util.List;

/**
 * The rules in force, all in one document.
 *
 * @param version goes up by one with each change
 * @param gates different methods that a reset needs, 1 or 2
 * @param kinds kinds on offer for a reset, in this order
 */
@About("The rules in force, all in one document.")
public record Policy(
        long version,
        @About("different methods a reset needs, 1 or 2") int gates,
        List<MethodKind> kinds,
        Disclosure disclosure,
        PasswordRules passwordRules,
        MethodRules methodRules,
        @Defaulted ScopeRules scope,
        @Defaulted AdministratorRules administrators,
        @Defaulted SignInRules signIn,
        @Defaulted RegistrationRules registration,
        @Defaulted StoppedKinds stopped,
        @Defaulted PasswordChecks passwordChecks,
        @Defaulted LimitRules limits,
        @Defaulted AfterReset afterReset,
        @Defaulted NoticeRules notices,
        @Defaulted HelpRules help)
        implements State {

    /** Puts in what held before there were such parts. */
    public Policy {
        kinds = List.copyOf(kinds);
        scope = requireNonNullElse(scope, ScopeRules.EVERYBODY);
        administrators = requireNonNullElse(administrators, new AdministratorRules(true, gates, kinds));
        signIn = requireNonNullElse(signIn, Presets.NO_SECOND_FACTOR);
        registration = requireNonNullElse(registration, RegistrationRules.NOBODY);
        stopped = requireNonNullElse(stopped, StoppedKinds.NONE);
        passwordChecks = requireNonNullElse(passwordChecks, Presets.checks(passwordRules.minimumLength()));
        limits = requireNonNullElse(limits, Presets.SAFE_LIMITS);
        afterReset = requireNonNullElse(afterReset, Presets.AFTER_SAFE_RESET);
        notices = requireNonNullElse(notices, NoticeRules.ALL);
        help = requireNonNullElse(help, HelpRules.ADMINISTRATORS);
    }

    /** With all else as it was before a policy could say it. */
    public Policy(
            long version,
            int gates,
            List<MethodKind> kinds,
            Disclosure disclosure,
            PasswordRules passwordRules,
            MethodRules methodRules) {
        this(
                version,
                gates,
                kinds,
                disclosure,
                passwordRules,
                methodRules,
                ScopeRules.EVERYBODY,
                new AdministratorRules(true, gates, kinds),
                Presets.NO_SECOND_FACTOR,
                RegistrationRules.NOBODY,
                StoppedKinds.NONE,
                Presets.checks(passwordRules.minimumLength()),
                Presets.SAFE_LIMITS,
                Presets.AFTER_SAFE_RESET,
                NoticeRules.ALL,
                HelpRules.ADMINISTRATORS);
    }

    /** The same under another version. */
    public Policy inVersion(long other) {
        return new Policy(
                other,
                gates,
                kinds,
                disclosure,
                passwordRules,
                methodRules,
                scope,
                administrators,
                signIn,
                registration,
                stopped,
                passwordChecks,
                limits,
                afterReset,
                notices,
                help);
    }

    @Override
    public String key() {
        return "policy";
    }
}
