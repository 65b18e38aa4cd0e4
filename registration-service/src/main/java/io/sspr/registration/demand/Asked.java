package io.sspr.registration.demand;

import io.sspr.contract.policy.RegistrationReason;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person was asked so far, and what came of it.
 *
 * @param firstAsked when, for the first time since there was nothing to do
 * @param reasons why
 * @param skips how often it was put off since then
 * @param lastConfirmed when the person last looked at the methods or registered one
 * @param anew whether an administrator wants the person to register anew
 */
record Asked(
        @Nullable Instant firstAsked,
        Set<RegistrationReason> reasons,
        int skips,
        @Nullable Instant lastConfirmed,
        boolean anew) {
    /** Nothing so far. */
    static final Asked NEVER = new Asked(null, Set.of(), 0, null, false);

    Asked {
        reasons = Set.copyOf(reasons);
    }

    Asked withOneMoreSkip() {
        return new Asked(firstAsked, reasons, skips + 1, lastConfirmed, anew);
    }

    /** When there is nothing to do any more; {@code registered} is whether the person has something. */
    Asked settled(boolean registered) {
        return new Asked(null, Set.of(), 0, lastConfirmed, anew && !registered);
    }
}
