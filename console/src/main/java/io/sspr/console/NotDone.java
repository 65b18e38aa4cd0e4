package io.sspr.console;

/** A command cannot do what it was asked; the message says why and what to do. */
final class NotDone extends Exception {

    private static final long serialVersionUID = 1;

    NotDone(String message) {
        super(message);
    }

    NotDone(String message, Throwable cause) {
        super(message, cause);
    }
}
