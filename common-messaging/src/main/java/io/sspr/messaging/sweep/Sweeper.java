package io.sspr.messaging.sweep;

import io.sspr.contract.Client;
import io.sspr.messaging.handle.BatchProcessor;
import io.sspr.messaging.handle.Bell;
import io.sspr.messaging.handle.Handling;
import io.sspr.messaging.handle.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** One thread that sees to what is due; any number of instances may have one. */
public final class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Bell bell;
    private final ParkedSweep parked;
    private final Turn tallies;
    private final Turn forgotten;
    private final Thread thread;
    private volatile boolean stopped;

    /** Does nothing yet. */
    public Sweeper(
            String name,
            Handling handling,
            BatchProcessor processor,
            JdbcTemplate jdbc,
            Collection<Client> clients,
            Clock clock) {
        this.bell = handling.arrivals();
        this.parked = new ParkedSweep(handling.parked(), processor, clock);
        this.tallies =
                new Turn(Duration.ofSeconds(1), new TallySweep(handling.transactions(), handling.refusals())::run);
        this.forgotten = new Turn(Duration.ofMinutes(10), new ForgottenIds(jdbc, clients, clock)::run);
        this.thread = new Thread(this::run, name + "-sweeper");
        thread.setDaemon(true);
    }

    /** Starts its thread. */
    public void start() {
        thread.start();
    }

    /** Whether its thread lives, or was never started. */
    public boolean isHealthy() {
        return thread.isAlive() || thread.getState() == Thread.State.NEW || stopped;
    }

    /** Stops after what is at hand. */
    public void stop() {
        stopped = true;
        bell.ring();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                bell.await(LOOK);
                if (stopped) return;
                parked.run();
                tallies.runIfDue();
                forgotten.runIfDue();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // All of it is in the database and still due the next time.
                log.warn("Sweeping failed and is tried again: {}", Trouble.describe(e));
            }
        }
    }

    /** Something that is done now and then. */
    private static final class Turn {

        private final Duration every;
        private final Runnable deed;
        private long last = System.nanoTime();

        Turn(Duration every, Runnable deed) {
            this.every = every;
            this.deed = deed;
        }

        void runIfDue() {
            if (System.nanoTime() - last < every.toNanos()) return;
            deed.run();
            last = System.nanoTime();
        }
    }
}
