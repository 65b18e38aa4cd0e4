package io.sspr.contract.policy;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.state.Policy;
import java.util.List;

/** Policies to start from. */
public final class Presets {

    /**
     * The limits of preset "safe": none of them blocks an account. What is counted by destination or method, messages and wrong
     * proofs, a stranger can use up for a while; who has registered what needs no message resets all the same.
     */
    public static final LimitRules SAFE_LIMITS = new LimitRules(
            new ProofLimits(5, 4, 30, 3600, 100),
            new CodeLimits(600, 900, 3, 30),
            new ResetLimits(900, 3600, 10, 20, 3, 30, 300, 10),
            new SignInLimits(10, 60, 3600, 3),
            new MessageLimits(3, 10, 5, 20, 100_000, 100_000, 20, 500, 5000, 10, 30),
            List.of());

    /** What a reset does in preset "safe". */
    public static final AfterReset AFTER_SAFE_RESET = new AfterReset(true, true, true, true);

    /** Registration sees to no second factor for sign-in; these kinds would be one. */
    public static final SignInRules NO_SECOND_FACTOR =
            new SignInRules(0, List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.SMS));

    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;

    /** The limits of Microsoft Entra, whose blocks whoever knows a login can bring about. */
    private static final LimitRules ENTRA_LIMITS = new LimitRules(
            new ProofLimits(5, 100, 0, 0, 100),
            new CodeLimits(300, 300, 10, 10),
            new ResetLimits(900, 900, 20, 20, 100, 30, 300, 100),
            new SignInLimits(10, 60, 5 * HOUR, 3),
            new MessageLimits(20, 100, 30, 100, 100_000, 100_000, 100, 5000, 50_000, 10, 30),
            List.of(
                    new BlockRule(Counted.WRONG_PROOFS, 5, DAY, DAY),
                    new BlockRule(Counted.TRIES, 5, HOUR, DAY),
                    new BlockRule(Counted.MAILS, 10, 600, DAY)));

    private Presets() {}

    /** Preset "safe": NIST SP 800-63B-4, and an outsider learns nothing. */
    public static Policy safe() {
        List<MethodKind> kinds = List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL, MethodKind.RECOVERY_CODE);
        return new Policy(
                0,
                2,
                kinds,
                Disclosure.STRICT,
                new PasswordRules(15, 256),
                new MethodRules(24, false),
                ScopeRules.EVERYBODY,
                new AdministratorRules(true, 2, kinds),
                NO_SECOND_FACTOR,
                new RegistrationRules(true, 3, 14, 365),
                StoppedKinds.NONE,
                new PasswordChecks(
                        8,
                        0,
                        CharacterSet.UNICODE,
                        true,
                        5,
                        5,
                        new BannedWords(true, true, List.of(), List.of()),
                        BreachRules.NONE),
                SAFE_LIMITS,
                AFTER_SAFE_RESET,
                NoticeRules.ALL,
                HelpRules.ADMINISTRATORS);
    }

    /** Preset "entra": what Microsoft Entra's self-service password reset does. */
    public static Policy entra() {
        List<MethodKind> kinds = List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL, MethodKind.SMS);
        return new Policy(
                0,
                1,
                kinds,
                Disclosure.HELPFUL,
                new PasswordRules(8, 256),
                new MethodRules(0, true),
                ScopeRules.EVERYBODY,
                new AdministratorRules(true, 2, kinds),
                NO_SECOND_FACTOR,
                new RegistrationRules(true, null, null, 180),
                StoppedKinds.NONE,
                new PasswordChecks(
                        8,
                        3,
                        CharacterSet.ASCII,
                        false,
                        0,
                        0,
                        new BannedWords(true, false, List.of(), List.of()),
                        BreachRules.NONE),
                ENTRA_LIMITS,
                new AfterReset(true, true, false, true),
                new NoticeRules(true, false, true, false, true, true, false),
                HelpRules.ADMINISTRATORS);
    }

    /** What was checked of passwords before a policy could say it. */
    public static PasswordChecks checks(int minimumLength) {
        return new PasswordChecks(
                minimumLength,
                0,
                CharacterSet.UNICODE,
                true,
                0,
                0,
                new BannedWords(false, false, List.of(), List.of()),
                BreachRules.NONE);
    }
}
