package io.sspr.registration.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as we tell them: in whole seconds, so that all are written in the same number of characters. */
final class WholeSeconds {

    private WholeSeconds() {}

    /** The last one that is not later. */
    static Instant before(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The first one that is not earlier. */
    static Instant after(Instant instant) {
        Instant whole = before(instant);
        return whole.equals(instant) ? whole : whole.plusSeconds(1);
    }
}
