package io.sspr.messaging.handle;

import io.sspr.contract.Refusal;
import io.sspr.messaging.wire.RawRecord;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for its predecessor.
 *
 * @param awaited name of what it waits for
 * @param otherwise why it is refused when the time is over
 * @param deadline when the time is over
 * @param nextTry when it is tried again even if nobody said that what it waits for is here
 * @param tries how often it was parked
 * @param record as it came
 */
public record ParkedRequest(
        String awaited, Refusal otherwise, Instant deadline, Instant nextTry, int tries, RawRecord record) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 10;

    /** Parks it for the first time, or again after it was tried; null when its time is over. */
    static @Nullable ParkedRequest of(
            String awaited,
            Refusal otherwise,
            RawRecord record,
            @Nullable ParkedRequest before,
            Instant now,
            Duration time) {
        Instant deadline = before == null ? now.plus(time) : before.deadline;
        if (!now.isBefore(deadline)) return null;
        int tries = before == null ? 0 : before.tries;
        // Longer each time, so that a flood of requests for nothing costs a few tries each.
        Instant next = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS)));
        return new ParkedRequest(
                awaited, otherwise, deadline, next.isBefore(deadline) ? next : deadline, tries + 1, record);
    }
}
