package io.sspr.reset.password;

import io.sspr.contract.PasswordRules;
import io.sspr.contract.policy.BannedWords;
import io.sspr.contract.policy.BreachRules;
import io.sspr.contract.policy.CharacterSet;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.state.Policy;

/**
 * What a policy demands of a new password, by what is being done with it.
 *
 * @param minimumLength fewest code points
 * @param maximumLength most code points
 * @param classes how many of the four classes of characters there must be; 0 if none
 * @param characters which characters there may be
 * @param refusesCurrent whether it must differ from the current one
 * @param former how many passwords before the current one it must differ from, 0 to 24
 * @param words words that it must not be made of
 * @param breaches which lists of breached ones it must not be on
 */
public record Demands(
        int minimumLength,
        int maximumLength,
        int classes,
        CharacterSet characters,
        boolean refusesCurrent,
        int former,
        BannedWords words,
        BreachRules breaches) {

    /** Of the new password of a reset. */
    public static Demands onReset(Policy policy, boolean besideFactor) {
        PasswordChecks checks = policy.passwordChecks();
        return of(policy, besideFactor, checks.refusesCurrent(), checks.historyOnReset());
    }

    /** Of the new password of somebody who knows the current one. */
    public static Demands onChange(Policy policy, boolean besideFactor) {
        return of(policy, besideFactor, true, policy.passwordChecks().historyOnChange());
    }

    /**
     * Of an initial password from provisioning. It need not be long nor mixed, and may be made of the login, for it must be
     * changed before anything else; but it must not be what everybody would try first, as in Entra.
     */
    public static Demands onImport(Policy policy) {
        PasswordChecks checks = policy.passwordChecks();
        int longest = policy.passwordRules().maximumLength();
        return new Demands(1, longest, 0, CharacterSet.UNICODE, false, 0, checks.words(), checks.breaches());
    }

    /** As far as it can be told without knowing any other password of the person, and without asking anybody outside. */
    public static Demands onCheck(Policy policy, boolean besideFactor) {
        Demands demands = of(policy, besideFactor, false, 0);
        BreachRules breaches = demands.breaches();
        return new Demands(
                demands.minimumLength(),
                demands.maximumLength(),
                demands.classes(),
                demands.characters(),
                false,
                0,
                demands.words(),
                new BreachRules(breaches.file(), false, breaches.refusesUnchecked()));
    }

    /** The lengths, as the front end is told them. */
    public PasswordRules lengths() {
        return new PasswordRules(minimumLength, maximumLength);
    }

    /** The most former passwords that a policy ever compares with; more need not be kept. */
    public static int kept(Policy policy) {
        PasswordChecks checks = policy.passwordChecks();
        return Math.max(checks.historyOnChange(), checks.historyOnReset());
    }

    private static Demands of(Policy policy, boolean besideFactor, boolean refusesCurrent, int former) {
        PasswordChecks checks = policy.passwordChecks();
        return new Demands(
                besideFactor
                        ? checks.minimumLengthBesideFactor()
                        : policy.passwordRules().minimumLength(),
                policy.passwordRules().maximumLength(),
                checks.classes(),
                checks.characters(),
                refusesCurrent,
                former,
                checks.words(),
                checks.breaches());
    }
}
