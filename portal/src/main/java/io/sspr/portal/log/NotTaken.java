package io.sspr.portal.log;

import io.sspr.contract.MessageType;

/** Kafka did not take a request: nothing has happened, and it can be asked again. */
public final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotTaken(MessageType type, Throwable cause) {
        super("Kafka did not take " + type.wireName(), cause);
    }
}
