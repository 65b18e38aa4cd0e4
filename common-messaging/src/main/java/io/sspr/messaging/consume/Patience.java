package io.sspr.messaging.consume;

import io.sspr.messaging.handle.Trouble;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits longer each time, up to two seconds, and tells what for; never beyond the stop. */
final class Patience {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final String reader;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Duration next = SHORTEST;
    private volatile @Nullable String trouble;

    Patience(String reader) {
        this.reader = reader;
    }

    /** What is waited for, if anything. */
    @Nullable
    String trouble() {
        return trouble;
    }

    void tax(@Nullable Throwable problem) {
        String sentence = problem == null ? "unknown" : Trouble.describe(problem);
        if (!sentence.equals(trouble)) log.warn("{} waits and tries again: {}", reader, sentence);
        trouble = sentence;
        boolean soon = problem instanceof CopiesBehind;
        try {
            // Whichever way it ends, the caller looks whether it is over.
            boolean ignored = stop.await((soon ? SHORTEST : next).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
        if (!soon) next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    }

    void restore() {
        if (trouble == null) return;
        log.info("{} goes on", reader);
        trouble = null;
        next = SHORTEST;
    }

    /** The reader stops. */
    void end() {
        stop.countDown();
    }

    boolean isOver() {
        return stop.getCount() == 0;
    }
}
