package io.sspr.contract;

/** A record is not a message of the contract; it never says what was in it. Put it aside and go on. */
public final class Undecodable extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal reason;

    /** With a reason and a detail that must not quote the content. */
    public Undecodable(Refusal reason, String detail) {
        // Neither cause nor stack trace: both could quote what the record holds.
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Refusal reason() {
        return reason;
    }
}
