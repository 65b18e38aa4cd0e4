package io.sspr.torture;

import java.time.Duration;
import java.util.SplittableRandom;

/** Draws from a seed whom to kill next, when, and how long it stays dead. */
final class KillPlan {

    private static final long LONGEST_DEAD_MILLIS = 4_000;
    /** A batch takes about as long from its first record on the log to the deletion of its rows. */
    private static final long BATCH_MICROS = 10_000;

    private final SplittableRandom random;
    private final long meanMillis;

    KillPlan(long seed, Duration betweenKills) {
        random = new SplittableRandom(seed);
        meanMillis = betweenKills.toMillis();
    }

    /**
     * One kill.
     *
     * @param after the one before
     * @param victim index of the process
     * @param aim at whichever instance of the victim's service relays, while a batch goes out; else at the victim, whatever it does
     * @param into the batch
     * @param dead until it is started again
     */
    record Kill(Duration after, int victim, boolean aim, Duration into, Duration dead) {}

    Kill next(int processes) {
        return new Kill(
                Duration.ofMillis(random.nextLong(meanMillis / 4, meanMillis * 7 / 4)),
                random.nextInt(processes),
                random.nextBoolean(),
                Duration.ofNanos(random.nextLong(BATCH_MICROS) * 1_000),
                Duration.ofMillis(random.nextLong(LONGEST_DEAD_MILLIS)));
    }
}
