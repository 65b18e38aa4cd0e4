package io.sspr.registration.kind;

import io.sspr.contract.Refusal;

/** What comparing a proof showed. */
public sealed interface Match {

    /** It is wrong. */
    Match WRONG = new Wrong(Refusal.WRONG_PROOF);

    /**
     * It is right.
     *
     * @param used what is used up by it beside the verification, as its kind writes it; empty if nothing is
     */
    record Right(String used) implements Match {}

    /** It is not; the reason is for the event, a client never hears more than that it is wrong. */
    record Wrong(Refusal reason) implements Match {}
}
