package io.sspr.audit.life;

import io.sspr.audit.finding.Place;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import java.time.Instant;
import java.util.UUID;

/** An event, and where it stands. */
record Told(Place place, Envelope<Message> envelope) {

    Message message() {
        return envelope.message();
    }

    Instant at() {
        return envelope.time();
    }

    UUID id() {
        return envelope.id();
    }

    /** Whether it surely happened before that, whoever's clocks told the two times. */
    boolean isBefore(Instant other) {
        return at().plus(Clocks.DIFFER).isBefore(other);
    }

    /** Whether it surely happened after that. */
    boolean isAfter(Instant other) {
        return at().minus(Clocks.DIFFER).isAfter(other);
    }
}
