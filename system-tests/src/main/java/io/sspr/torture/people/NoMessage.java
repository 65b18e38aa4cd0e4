package io.sspr.torture.people;

/** A mail did not come while somebody waited: what it is about was outlived by an outage, or its person was not known yet. */
final class NoMessage extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoMessage(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
