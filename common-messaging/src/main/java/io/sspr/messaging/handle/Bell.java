package io.sspr.messaging.handle;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes whoever sees to what is due; rung any number of times before, it wakes once. */
public final class Bell {

    private final Semaphore rings = new Semaphore(0);

    /** Wakes now, or the next time somebody waits. */
    public void ring() {
        rings.release();
    }

    /** Until it rings, or that long. */
    public void await(Duration atMost) throws InterruptedException {
        if (rings.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) rings.drainPermits();
    }
}
