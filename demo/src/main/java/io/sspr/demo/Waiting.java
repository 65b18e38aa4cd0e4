package io.sspr.demo;

import java.time.Duration;

/** Lets time pass where nothing can tell us that it has. */
final class Waiting {

    private Waiting() {}

    static void of(Duration time) {
        try {
            Thread.sleep(Math.max(0, time.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
