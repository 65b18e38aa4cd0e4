package io.sspr.messaging.observe;

import io.sspr.messaging.relay.Relay;
import io.sspr.messaging.relay.RelayStatus;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Down when the relay cannot go on, or when anything waits in the outbox for too long. */
public final class RelayHealth extends AbstractHealthIndicator {

    private static final String OLDEST = """
            select (extract(epoch from clock_timestamp() - created_at) * 1000)::bigint from outbox
            order by id limit 1""";

    private final Relay relay;
    private final JdbcTemplate jdbc;
    private final Duration oldestUnpublished;

    /** With the age from which a row in the outbox is too old. */
    public RelayHealth(Relay relay, JdbcTemplate jdbc, Duration oldestUnpublished) {
        this.relay = relay;
        this.jdbc = jdbc;
        this.oldestUnpublished = oldestUnpublished;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        RelayStatus status = relay.status();
        boolean well = status.state() == RelayStatus.State.LEADING || status.state() == RelayStatus.State.STANDBY;
        health.status(well ? Status.UP : Status.DOWN).withDetail("relay", status.sentence());
        try {
            List<Long> oldest = jdbc.queryForList(OLDEST, Long.class);
            long age = oldest.isEmpty() ? 0 : oldest.get(0);
            if (age > oldestUnpublished.toMillis()) health.down();
            health.withDetail("oldestUnpublishedMillis", age);
        } catch (DataAccessException e) {
            health.down().withDetail("outbox", "It cannot be read.");
        }
    }
}
