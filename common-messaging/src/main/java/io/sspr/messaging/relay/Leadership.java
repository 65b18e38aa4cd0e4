package io.sspr.messaging.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time of one relay from its taking the lease to its first failure; what it did not finish the next one finds out. */
final class Leadership {

    private static final Logger log = LoggerFactory.getLogger(Leadership.class);

    private final RelayPlan plan;
    private final RelayLog kafka;
    private final RelayMeters meters;
    private final Consumer<RelayStep> steps;
    private final RelaySession session;
    private final Lease lease;

    Leadership(
            RelayPlan plan,
            RelayLog kafka,
            RelayMeters meters,
            Consumer<RelayStep> steps,
            RelaySession session,
            Lease lease) {
        this.plan = plan;
        this.kafka = kafka;
        this.meters = meters;
        this.steps = steps;
        this.session = session;
        this.lease = lease;
    }

    /** Publishes while it may go on; row by row to find the one that is refused, until all is published. */
    void last(BooleanSupplier mayGoOn, boolean rowByRow, Runnable atEase) throws SQLException {
        int most = rowByRow ? 1 : plan.batch();
        try (RelayLog.Publisher publisher = kafka.open()) {
            steps.accept(RelayStep.FENCED);
            recover();
            if (!rowByRow) atEase.run();
            while (mayGoOn.getAsBoolean()) {
                List<PendingRow> rows = lease.oldest(most);
                if (rows.isEmpty()) {
                    most = plan.batch();
                    atEase.run();
                    // Publishing extends the lease by itself; a renewal besides is one more commit to wait for.
                    boolean heard = session.await(plan.lease().dividedBy(3));
                    if (!heard || !lease.isLocked()) lease.renew();
                } else {
                    publish(publisher, rows);
                }
            }
            lease.release();
        }
    }

    private void recover() {
        Checkpoint last = kafka.last();
        // Whoever hung until here may have been followed by another, whose batches prove nothing against the database.
        lease.renew();
        List<Long> published = Recovery.published(last, lease.databaseId(), lease.epoch(), lease.batch());
        if (published.isEmpty()) return;
        if (!lease.has(published))
            throw new RelayStopped("The log has a batch whose rows are not in the database: "
                    + "it was restored from an older state.");
        lease.finish(published);
        log.info("Relay found {} rows of batch {} already published", published.size(), lease.batch());
    }

    private void publish(RelayLog.Publisher publisher, List<PendingRow> rows) {
        steps.accept(RelayStep.READ);
        Checkpoint checkpoint = lease.next(rows);
        publisher.send(rows, checkpoint);
        steps.accept(RelayStep.SENT);
        publisher.commit();
        steps.accept(RelayStep.COMMITTED);
        lease.finish(checkpoint.rows());
        steps.accept(RelayStep.FINISHED);
        meters.published(rows.size(), rows.get(0).ageMillis());
    }
}
