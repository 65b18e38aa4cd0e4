package io.sspr.portal.web;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A page that waits for a reply.
 *
 * @param request whose reply
 * @param since when it was asked, milliseconds since 1970
 * @param late whether that is so long ago that we say so, and what else can be done
 */
public record Waiting(UUID request, long since, boolean late) {

    /** Entra's figure, and a good one: after ten seconds without a sign people wonder. */
    private static final Duration HONEST_AFTER = Duration.ofSeconds(10);

    /** Of what is pending, now. */
    public static Waiting of(Pending pending, Instant now) {
        return new Waiting(
                pending.request(),
                pending.since().toEpochMilli(),
                !now.isBefore(pending.since().plus(HONEST_AFTER)));
    }
}
