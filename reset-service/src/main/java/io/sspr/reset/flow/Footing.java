package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.Policy;

/**
 * What holds for the resets of an account at a time.
 *
 * @param policy the rules in force
 * @param terms what they come to for the person
 * @param granted whether an administrator has allowed a reset with a one-time code, and that still holds
 * @param frozen whether the owner has denied what happened: then nothing but that code counts
 * @param besideFactor whether the password is never all that it takes to sign in
 */
record Footing(Policy policy, Terms terms, boolean granted, boolean frozen, boolean besideFactor) {

    /** Of a person who signs in with a password alone. */
    Footing(Policy policy, Terms terms, boolean granted, boolean frozen) {
        this(policy, terms, granted, frozen, false);
    }

    /** Whether an administrator's code counts: a kind that was stopped counts for nothing, whatever else is said. */
    boolean isArrangeable() {
        return granted && !policy.stopped().kinds().contains(MethodKind.ADMINISTRATOR_CODE);
    }
}
