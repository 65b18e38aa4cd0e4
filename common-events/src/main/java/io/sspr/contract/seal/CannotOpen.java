package io.sspr.contract.seal;

/** A seal was refused: treat the message that carries it as broken and send the reason only, for trying again is useless. */
public final class CannotOpen extends Exception {

    /** Why. */
    public enum Reason {
        /** Not JSON in a header, not a padded content, or a part is missing. */
        MALFORMED,
        /** Not the one allowed pair for the key, or compressed, or with a header parameter that is not on the list. */
        ALGORITHM_NOT_ALLOWED,
        /** No kid, or not one of ours: too old, of another service, or made up. */
        UNKNOWN_KEY,
        /** Changed on its way, or sealed to another key under our kid. */
        DECRYPTION_FAILED,
        /** Meant for another service. */
        WRONG_AUDIENCE,
        /** Taken from another message. */
        WRONG_MESSAGE,
        /** Taken from another flow, or from none. */
        WRONG_FLOW,
        /** Taken from a message of another type. */
        WRONG_TYPE
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    CannotOpen(Reason reason) {
        // No stack trace and no cause: strangers can provoke it at will, and causes may repeat content.
        super("Cannot open a seal: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
