package io.sspr.notification.delivery;

import io.sspr.contract.Refusal;
import org.jspecify.annotations.Nullable;

/** How a delivery ended. */
public enum Outcome {
    /** The mail server has it, or the telephone; or the carrier has it, and nobody says what became of it. */
    DELIVERED(null),
    /** There was nobody to send to, and there was not meant to be. */
    NOBODY(null),
    /** The code was of no use any more. */
    EXPIRED(Refusal.EXPIRED),
    /** A newer code of the same verification took its place before it could be sent. */
    REPLACED(Refusal.ENDED),
    /** The address does not exist, or is none. */
    ADDRESS_REJECTED(Refusal.ADDRESS_REJECTED),
    /** Nothing is to be sent there: barred, filtered, unsubscribed, or a country that is not allowed. */
    BLOCKED(Refusal.BLOCKED),
    /** The server or gateway refused the message, could not be reached for as long as it was tried, or there is none. */
    UNDELIVERABLE(Refusal.UNDELIVERABLE),
    /** Too many were sent before. */
    BUDGET_EXHAUSTED(Refusal.BUDGET_EXHAUSTED);

    private final @Nullable Refusal reason;

    Outcome(@Nullable Refusal reason) {
        this.reason = reason;
    }

    /** Why it failed; null if it did not. */
    public @Nullable Refusal reason() {
        return reason;
    }
}
