package io.sspr.audit.finding;

/** Nothing can be concluded; the message says in a sentence why. */
public final class CannotCheck extends Exception {

    private static final long serialVersionUID = 1;

    /** Without a cause to look at. */
    public CannotCheck(String sentence) {
        super(sentence);
    }

    /** With what led to it. */
    public CannotCheck(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
