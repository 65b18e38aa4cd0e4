package io.sspr.notification.sms;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway said of a message.
 *
 * @param state where the message is
 * @param id the gateway's own id of the message, where it has it
 * @param code the gateway's error code or the HTTP status, 0 where there is none; it holds nothing of the message
 */
public record TextAnswer(State state, @Nullable String id, int code) {

    /** Where a message is. */
    public enum State {
        /** The gateway has it, and the carrier may not have it yet. */
        TAKEN,
        /** The carrier has it; whether the telephone does is not known. */
        SENT,
        /** The telephone has it. */
        DELIVERED,
        /** There is no such number, or it takes no texts (ADDRESS_REJECTED). */
        REJECTED,
        /** Nothing is to be sent there: barred, filtered, unsubscribed (BLOCKED). */
        BLOCKED,
        /** The gateway will never send this message (UNDELIVERABLE). */
        REFUSED,
        /** It did not arrive, and one more try is worth it. */
        ONCE_MORE,
        /** The gateway cannot do it now, and has not done it. */
        TROUBLE,
        /** No answer: it may have been sent or not. */
        UNKNOWN
    }

    static TextAnswer of(State state, int code) {
        return new TextAnswer(state, null, code);
    }
}
