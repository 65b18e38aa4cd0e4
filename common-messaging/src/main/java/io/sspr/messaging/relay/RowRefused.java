package io.sspr.messaging.relay;

/** The broker does not take an outbox row; what comes after it must wait, for order. */
final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    RowRefused(PendingRow row, Throwable cause) {
        super(cause);
        sentence = "The broker refuses outbox row " + row.id() + " for " + row.topic() + " ("
                + cause.getClass().getSimpleName() + "); everything after it waits.";
    }

    String sentence() {
        return sentence;
    }
}
