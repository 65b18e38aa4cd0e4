package io.sspr.messaging.observe;

import io.sspr.messaging.consume.ReaderStatus;
import io.sspr.messaging.consume.Reading;
import io.sspr.messaging.sweep.Sweeper;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Down when anything is not read: not started, waiting, dead (KAF-24), or lost. Dead letters are shown only. */
public final class ReadingHealth extends AbstractHealthIndicator {

    private final Supplier<String> waitingFor;
    private final Reading reading;
    private final Sweeper sweeper;
    private final JdbcTemplate jdbc;

    /** With what keeps it from having started, empty when it has. */
    public ReadingHealth(Supplier<String> waitingFor, Reading reading, Sweeper sweeper, JdbcTemplate jdbc) {
        this.waitingFor = waitingFor;
        this.reading = reading;
        this.sweeper = sweeper;
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        String waits = waitingFor.get();
        if (!waits.isEmpty()) health.down().withDetail("start", waits);
        if (!sweeper.isHealthy()) health.down().withDetail("sweeper", "Its thread has died.");
        reading.status().forEach((group, status) -> tell(health, group, status));
        try {
            Map<String, Long> dead = deadLetters();
            if (!dead.isEmpty()) health.withDetail("deadLetters", dead);
        } catch (DataAccessException e) {
            health.down().withDetail("database", "It cannot be read.");
        }
    }

    private Map<String, Long> deadLetters() {
        Map<String, Long> dead = new TreeMap<>();
        jdbc.query("select topic, count from dead_letters", row -> {
            dead.put(row.getString(1), row.getLong(2));
        });
        return dead;
    }

    private static void tell(Health.Builder health, String group, ReaderStatus status) {
        if (!status.running()) health.down().withDetail(group, "It has died and reads nothing.");
        else if (status.trouble() != null) health.down().withDetail(group, status.trouble());
        else health.withDetail(group, "reads");
        if (!status.lost().isEmpty()) health.down().withDetail(group + "LostRange", status.lost());
    }
}
