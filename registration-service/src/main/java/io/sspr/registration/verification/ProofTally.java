package io.sspr.registration.verification;

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

    private static final int LIMIT = 100;
    private static final int FREE_OF_DELAY = 4;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /** Whether there were so many that the method proves nothing any more (RL-01). */
    public boolean isExhausted() {
        return wrongInARow >= LIMIT;
    }

    @Nullable
    Instant delayAt(Instant now) {
        return notBefore != null && now.isBefore(notBefore) ? notBefore : null;
    }

    /** As it is if the proof that is about to be compared turns out wrong. */
    ProofTally withOneMore(Instant now) {
        int wrong = wrongInARow + 1;
        return new ProofTally(wrong, wrong > FREE_OF_DELAY ? WholeSeconds.after(now.plus(delay(wrong))) : null);
    }

    private static Duration delay(int wrong) {
        // Beyond that the doubling has long passed the longest delay.
        int doublings = Math.min(wrong - FREE_OF_DELAY - 1, 10);
        Duration delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }
}
