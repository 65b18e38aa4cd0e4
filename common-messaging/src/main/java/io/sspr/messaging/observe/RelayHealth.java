package io.sspr.messaging.observe;

import io.sspr.messaging.relay.Relay;
import io.sspr.messaging.relay.RelayStatus;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
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
        super("The outbox cannot be read");
        this.relay = relay;
        this.jdbc = jdbc;
        this.oldestUnpublished = oldestUnpublished;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        RelayStatus status = relay.status();
        List<Long> oldest = jdbc.queryForList(OLDEST, Long.class);
        long age = oldest.isEmpty() ? 0 : oldest.get(0);
        boolean well = status.state() == RelayStatus.State.LEADING || status.state() == RelayStatus.State.STANDBY;
        if (well && age <= oldestUnpublished.toMillis()) health.up();
        else health.down();
        health.withDetail("relay", status.sentence()).withDetail("oldestUnpublishedMillis", age);
    }
}
