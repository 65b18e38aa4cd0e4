package io.sspr.messaging.handle;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.RequestsRefused;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts refused requests by minute, so that a flood of them becomes one event a minute on the log. */
public final class Refusals {

    private static final Comparator<Said.Refused> ORDER = Comparator.comparing(Said.Refused::client)
            .thenComparing(Said.Refused::requestType)
            .thenComparing(Said.Refused::reason);

    private static final String COUNT = """
            insert into refusals as known (client, request_type, reason, minute, count)
            values (?, ?, ?, ?, ?)
            on conflict (minute, client, request_type, reason) do update set count = known.count + excluded.count""";

    private final JdbcTemplate jdbc;

    /** In the service's database. */
    public Refusals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void count(Map<Said.Refused, Integer> refused, Instant now) {
        if (refused.isEmpty()) return;
        Timestamp minute = Timestamp.from(now.truncatedTo(ChronoUnit.MINUTES));
        List<Said.Refused> sorted = new ArrayList<>(refused.keySet());
        sorted.sort(ORDER);
        for (Said.Refused key : sorted)
            jdbc.update(
                    COUNT, key.client(), key.requestType(), key.reason().name(), minute, refused.getOrDefault(key, 0));
    }

    /** Takes the tallies of minutes that are over for a while; within the transaction that tells of them. */
    public List<RequestsRefused> takeBefore(Instant minute) {
        return jdbc.query(
                "delete from refusals where minute < ? returning client, request_type, reason, count, minute",
                (row, n) -> new RequestsRefused(
                        UUID.randomUUID(),
                        row.getString(1),
                        row.getString(2),
                        Refusal.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getTimestamp(5).toInstant()),
                Timestamp.from(minute));
    }
}
