package io.sspr.messaging.handle;

import io.sspr.contract.Service;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.intake.Intake;
import io.sspr.messaging.outbox.Outbox;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of handling, put together. */
public final class Handling implements AutoCloseable {

    private final ExecutorService pool;
    private final BatchTransaction batch;
    private final Transactions transactions;
    private final ParkedRequests parked;
    private final Refusals refusals;
    private final Bell arrivals = new Bell();

    /** For one service and its database. */
    public Handling(
            Service service,
            JdbcTemplate jdbc,
            PlatformTransactionManager manager,
            Outbox outbox,
            HandlingMeters meters,
            Clock clock,
            SecureRandom random,
            Duration parkTime) {
        this(service, jdbc, manager, outbox, meters, clock, random, parkTime, pool(service));
    }

    /** The same with threads of the caller's, who hands them over. */
    public Handling(
            Service service,
            JdbcTemplate jdbc,
            PlatformTransactionManager manager,
            Outbox outbox,
            HandlingMeters meters,
            Clock clock,
            SecureRandom random,
            Duration parkTime,
            ExecutorService pool) {
        this.pool = pool;
        Speaker speaker = new Speaker(service, random);
        DeadLetters deadLetters = new DeadLetters(service, outbox, jdbc);
        parked = new ParkedRequests(jdbc);
        refusals = new Refusals(jdbc);
        OneTransaction one =
                new OneTransaction(manager, new Locks(jdbc), refusals, parked, deadLetters, outbox, arrivals, clock);
        batch = new BatchTransaction(one, new RequestIds(jdbc), deadLetters, speaker, outbox, parkTime, meters);
        transactions = (origin, locks, work) ->
                one.run(locks, (said, now) -> work.accept(new Telling(speaker, outbox, parkTime, said, now, origin)));
    }

    /** As many threads as processors; what waits for them is one batch of each reader at most. */
    private static ExecutorService pool(Service service) {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, service.principal() + "-judge");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** To be closed after everything that hands it work. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /**
     * Handles batches. Apart from the rest, because handlers may need {@link #transactions} before they can be judged by.
     *
     * @param tries how often a record is tried before it goes to the dead letters
     */
    public BatchProcessor processor(Intake intake, int tries) {
        return new BatchProcessor(intake, batch, pool, tries);
    }

    /** Does what no message is being handled for. */
    public Transactions transactions() {
        return transactions;
    }

    /** Requests that wait for their predecessor. */
    public ParkedRequests parked() {
        return parked;
    }

    /** Tallies of refused requests. */
    public Refusals refusals() {
        return refusals;
    }

    /** Rings when parked requests became due. */
    public Bell arrivals() {
        return arrivals;
    }
}
