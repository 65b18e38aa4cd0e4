package io.sspr.console.organisation;

/** The state topics cannot be read; the message says why and what to look at. */
public final class CannotRead extends Exception {

    private static final long serialVersionUID = 1;

    CannotRead(String message, Throwable cause) {
        super(message, cause);
    }

    CannotRead(String message) {
        super(message);
    }
}
