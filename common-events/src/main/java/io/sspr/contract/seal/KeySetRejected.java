package io.sspr.contract.seal;

/** A published key set was refused: keep the last good one and tell the operator; do not seal to it. */
public final class KeySetRejected extends Exception {

    /** Why. */
    public enum Reason {
        /** Not a signed key set, or one without a usable key. */
        MALFORMED,
        /** Not ES256, or with a header parameter that is not on the list. */
        ALGORITHM_NOT_ALLOWED,
        /** Signed for something else. */
        WRONG_TYPE,
        /** Signed by a key whose thumbprint is not the configured one. */
        WRONG_ANCHOR,
        /** Changed after it was signed. */
        BAD_SIGNATURE,
        /** Of another service. */
        WRONG_SERVICE
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    KeySetRejected(Reason reason) {
        super("Rejected a key set: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
