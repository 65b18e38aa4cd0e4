package io.sspr.registration.verification;

import io.sspr.contract.Refusal;

/** What comparing a proof showed. */
public sealed interface Match {

    /**
     * It is right.
     *
     * @param step of an app: the time step that is used up by it, else 0
     */
    record Right(long step) implements Match {}

    /** It is not; the reason is for the event, a client never hears more than that it is wrong. */
    record Wrong(Refusal reason) implements Match {}
}
