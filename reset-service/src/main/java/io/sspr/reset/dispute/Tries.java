package io.sspr.reset.dispute;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often the code of a notice was tried for one account or decoy. A code has 50 bits, so this slows guessing only as
 * far as it must; whoever uses up the tries of somebody else has not touched the link, which says the same.
 *
 * @param count tries since then
 * @param since when the first of them was; absent if there was none
 */
record Tries(int count, @Nullable Instant since) {

    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofHours(1);

    static final Tries NONE = new Tries(0, null);

    /** Until when no code is looked at; empty if one is looked at now. */
    Optional<Instant> retryAt(Instant now) {
        return since == null || count < MOST || isOver(since, now) ? Optional.empty() : Optional.of(since.plus(WITHIN));
    }

    /** With one more. */
    Tries with(Instant now) {
        return since == null || isOver(since, now) ? new Tries(1, now) : new Tries(count + 1, since);
    }

    private static boolean isOver(Instant since, Instant now) {
        return !now.isBefore(since.plus(WITHIN));
    }
}
