package io.sspr.messaging.handle;

/** A transaction failed because of one of its records, as far as can be told. */
final class HandlingFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int index;
    private final RuntimeException fault;

    HandlingFailed(int index, RuntimeException fault) {
        super("record " + index + " of the batch", fault, false, false);
        this.index = index;
        this.fault = fault;
    }

    /** Of the culprit in the batch; 0 where nothing better is known. */
    int index() {
        return index;
    }

    /** What the handler, or the transaction, threw. */
    RuntimeException fault() {
        return fault;
    }
}
