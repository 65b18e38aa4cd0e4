package io.sspr.messaging.relay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.simulation.log.SimulatedLog;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The relay's own lease, recovery and order of steps, without its thread, over a simulated log. */
public final class SimulatedRelay {

    private static final RelayMeters METERS = new RelayMeters(new SimpleMeterRegistry());

    private final RelayPlan plan;
    private final DataSource dataSource;
    private final String holder;
    private final RelayLog log;
    private final Consumer<String> steps;

    /** Of one instance, whose every step is told before the next: whoever is told may throw, or act in between. */
    public SimulatedRelay(
            Service service,
            DataSource dataSource,
            String holder,
            SimulatedLog log,
            int batch,
            Duration lease,
            Consumer<String> steps) {
        String checkpoints = Topics.checkpoint(service);
        this.plan = new RelayPlan(service.principal(), checkpoints, Map.of(), Map.of(), batch, lease);
        this.dataSource = dataSource;
        this.holder = holder;
        this.log = new OverLog(log, service.principal(), checkpoints);
        this.steps = steps;
    }

    /** Leads for so many batches, if nobody else does; throws as the relay would before it begins anew. */
    public void turn(int batches) throws SQLException {
        try (RelaySession session = new RelaySession(dataSource)) {
            Optional<Lease> lease = Lease.take(session.jdbc(), holder, plan.lease());
            if (lease.isEmpty()) return;
            int[] left = {batches};
            new Leadership(plan, log, METERS, step -> steps.accept(step.name()), session, lease.get())
                    .last(() -> left[0]-- > 0, false, () -> {});
        }
    }

    private record OverLog(SimulatedLog log, String name, String checkpoints) implements RelayLog {

        @Override
        public Publisher open() {
            SimulatedLog.Writer writer = log.writer(name);
            return new Publisher() {
                @Override
                public void send(List<PendingRow> rows, Checkpoint checkpoint) {
                    writer.begin();
                    for (PendingRow row : rows) writer.send(row.record());
                    writer.send(new ProducerRecord<>(checkpoints, 0, Checkpoint.KEY, checkpoint.json()));
                }

                @Override
                public void commit() {
                    writer.commit();
                }

                @Override
                public void close() {
                    writer.begin();
                }
            };
        }

        @Override
        public @Nullable Checkpoint last() {
            var last = log.last(new TopicPartition(checkpoints, 0));
            return last == null ? null : Checkpoint.of(last.value());
        }
    }
}
