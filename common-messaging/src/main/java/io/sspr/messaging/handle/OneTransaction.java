package io.sspr.messaging.handle;

import io.sspr.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Locks first, then the work, then all that it says: the one shape of every transaction. */
final class OneTransaction {

    /** What is done between the locks and the outbox. */
    @FunctionalInterface
    interface Body {
        void run(Said said, Instant now);
    }

    private static final Logger log = LoggerFactory.getLogger(OneTransaction.class);

    private final PlatformTransactionManager transactions;
    private final Locks locks;
    private final Refusals refusals;
    private final ParkedRequests parked;
    private final DeadLetters deadLetters;
    private final Outbox outbox;
    private final Bell arrivals;
    private final Clock clock;

    OneTransaction(
            PlatformTransactionManager transactions,
            Locks locks,
            Refusals refusals,
            ParkedRequests parked,
            DeadLetters deadLetters,
            Outbox outbox,
            Bell arrivals,
            Clock clock) {
        this.transactions = transactions;
        this.locks = locks;
        this.refusals = refusals;
        this.parked = parked;
        this.deadLetters = deadLetters;
        this.outbox = outbox;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Returns what was said, after the commit. */
    Said run(Collection<String> lockNames, Body body) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("a transaction within a transaction would wait for itself");
        Said said = new Said();
        TransactionStatus status = transactions.getTransaction(TransactionDefinition.withDefaults());
        try {
            locks.take(lockNames);
            // After the locks: whatever had them before us was earlier.
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            body.run(said, now);
            flush(said, now);
        } catch (RuntimeException | Error e) {
            rollBack(status, e);
            throw e;
        }
        transactions.commit(status);
        said.hints.forEach(OneTransaction::tryHint);
        return said;
    }

    /** Not by a TransactionTemplate: when the rollback fails too, that one logs and throws the less telling exception. */
    private void rollBack(TransactionStatus status, Throwable because) {
        try {
            transactions.rollback(status);
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    private void flush(Said said, Instant now) {
        refusals.count(said.refused, now);
        said.parked.forEach(parked::add);
        if (parked.arrived(said.arrived, now)) said.hints.add(arrivals::ring);
        deadLetters.count(said.deadLetters, now);
        outbox.append(said.told, said.deadLetters);
    }

    private static void tryHint(Runnable hint) {
        try {
            hint.run();
        } catch (RuntimeException e) {
            log.warn("A hint after a commit failed: {}", Trouble.describe(e));
        }
    }
}
