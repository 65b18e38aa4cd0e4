package io.sspr.contract.seal;

/** An assertion was refused: refuse the request that carries it; the reason tells nothing of what the assertion says. */
public final class AssertionRejected extends Exception {

    /** Why. */
    public enum Reason {
        /** Not a signed JSON object with all claims in their forms. */
        MALFORMED,
        /** Not ES256, or with a header parameter that is not on the list. */
        ALGORITHM_NOT_ALLOWED,
        /** No kid, or not of a key of that client. */
        UNKNOWN_KEY,
        /** Forged or changed. */
        BAD_SIGNATURE,
        /** A JWS for something else. */
        WRONG_TYPE,
        /** In the name of another client. */
        WRONG_ISSUER,
        /** For another service. */
        WRONG_AUDIENCE,
        /** For another type of request. */
        WRONG_ACTION,
        /** For another request. */
        WRONG_REQUEST,
        /** For a request with other content. */
        WRONG_CONTENT,
        /** More than five minutes old. */
        EXPIRED,
        /** Dated more than a minute ahead, or more than a minute before the sign-in it tells of. */
        NOT_YET_VALID
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    AssertionRejected(Reason reason) {
        super("Rejected an assertion: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
