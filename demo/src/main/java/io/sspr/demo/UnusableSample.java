package io.sspr.demo;

/** A file of sample accounts cannot be used; says in which line and why, for whoever wrote it. */
public final class UnusableSample extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableSample(String message) {
        super(message);
    }

    UnusableSample(String message, Throwable cause) {
        super(message, cause);
    }
}
