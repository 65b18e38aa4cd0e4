package io.sspr.reset.throttle;

import io.sspr.reset.Column;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts resets that were requested and not proven, by account or decoy. */
@Component
public class UnprovenResets {

    private final JdbcClient jdbc;

    UnprovenResets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest ones of an account or decoy. */
    public RecentResets of(UUID asker) {
        return jdbc.sql("select times from unproven_resets where account_id = ?")
                .param(asker)
                .query((row, number) -> new RecentResets(times(row)))
                .optional()
                .orElse(new RecentResets(List.of()));
    }

    /** Counts one more. */
    public void add(UUID asker, RecentResets before, ThrottleLimits limits, Instant now) {
        List<Instant> times = before.with(now, limits).times();
        jdbc.sql("""
                        insert into unproven_resets (account_id, times, last_at) values (?, ?::timestamptz[], ?)
                        on conflict (account_id) do update set times = excluded.times, last_at = excluded.last_at
                        """)
                .param(asker)
                .param(times.stream().map(Instant::toString).toArray(String[]::new))
                .param(Column.time(now))
                .update();
    }

    /** Somebody proved to be the owner: those before were his, or harmless. */
    public void clear(UUID accountId) {
        jdbc.sql("delete from unproven_resets where account_id = ?")
                .param(accountId)
                .update();
    }

    /** Forgets those of askers that have asked no more since then. */
    public void forget(Instant before) {
        jdbc.sql("delete from unproven_resets where last_at < ?")
                .param(Column.time(before))
                .update();
    }

    private static List<Instant> times(ResultSet row) throws SQLException {
        Array array = row.getArray("times");
        return Arrays.stream((Timestamp[]) array.getArray())
                .map(Timestamp::toInstant)
                .toList();
    }
}
