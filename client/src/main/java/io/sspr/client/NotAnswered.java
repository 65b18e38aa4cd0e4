package io.sspr.client;

import java.time.Duration;
import java.util.UUID;

/** A request has no reply yet, or never will: Kafka did not take it, or the front end has stopped reading. */
public final class NotAnswered extends RuntimeException {

    private static final long serialVersionUID = 1;

    private NotAnswered(String message, Throwable cause) {
        super(message, cause);
    }

    static NotAnswered within(Duration patience, String type, UUID id, Throwable cause) {
        return new NotAnswered(
                "No reply to " + type + " " + id + " within " + patience.toMillis() / 1000.0
                        + " s: is the service that takes it running?",
                cause);
    }

    static NotAnswered because(Throwable cause, String type, UUID id) {
        return new NotAnswered(
                "No reply to " + type + " " + id + ": " + cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                cause);
    }
}
