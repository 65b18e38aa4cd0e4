package io.sspr.example.subscriber;

/** Messages are missing from the log: stop, and compare with the source before going on. */
final class Gap extends RuntimeException {

    private static final long serialVersionUID = 1;

    Gap(String key, long expected, long found) {
        super("Of " + key + " the log tells " + found + " where " + expected + " was due.");
    }
}
