package io.sspr.registration.verification;

import io.sspr.contract.policy.ProofLimits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Wrong proofs in a row of one method of one account, over all its verifications; only success resets it, never a new
 * code (RL-02, RL-03, RL-04).
 *
 * @param wrongInARow proofs compared since the last success
 * @param notBefore earlier tries are refused without a comparison
 */
public record ProofTally(int wrongInARow, @Nullable Instant notBefore) {

    /** Nothing wrong so far. */
    public static final ProofTally NONE = new ProofTally(0, null);

    /** Whether there were so many that the method proves nothing any more (RL-01). */
    public boolean isExhausted(ProofLimits limits) {
        return wrongInARow >= limits.untilLocked();
    }

    @Nullable
    Instant delayAt(Instant now) {
        return notBefore != null && now.isBefore(notBefore) ? notBefore : null;
    }

    /** As it is if the proof that is about to be compared turns out wrong. */
    ProofTally withOneMore(ProofLimits limits, Instant now) {
        int wrong = wrongInARow + 1;
        Duration delay = delay(wrong, limits);
        return new ProofTally(wrong, delay.isZero() ? null : WholeSeconds.after(now.plus(delay)));
    }

    private static Duration delay(int wrong, ProofLimits limits) {
        if (wrong <= limits.freeInARow()) return Duration.ZERO;
        // Beyond that the doubling has long passed the longest delay that a policy can name.
        int doublings = Math.min(wrong - limits.freeInARow() - 1, 30);
        long seconds = (long) limits.firstWaitSeconds() << doublings;
        return Duration.ofSeconds(Math.min(seconds, limits.longestWaitSeconds()));
    }
}
