package io.sspr.messaging.handle;

import io.sspr.contract.Refusal;
import io.sspr.messaging.wire.HeaderBytes;
import io.sspr.messaging.wire.RawRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of parked requests. A row is a request's one right to its final reply: who deletes it may answer. */
public final class ParkedRequests {

    /** A row of the table. */
    public record Row(long id, ParkedRequest request) {}

    private static final String INSERT = """
            insert into parked (awaited, otherwise, deadline, next_try, tries,
                                topic, partition, log_offset, appended_at, record_key, headers, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Postponed while they are tried, so that several instances do not try the same at once. */
    private static final String DUE = """
            update parked set next_try = ?
            where id in (select id from parked where next_try <= ? order by next_try
                         limit ? for update skip locked)
            returning *""";

    private final JdbcTemplate jdbc;

    /** In the service's database. */
    public ParkedRequests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(ParkedRequest request) {
        RawRecord record = request.record();
        jdbc.update(
                INSERT,
                request.awaited(),
                request.otherwise().name(),
                Timestamp.from(request.deadline()),
                Timestamp.from(request.nextTry()),
                request.tries(),
                record.topic(),
                record.partition(),
                record.offset(),
                Timestamp.from(record.appendedAt()),
                record.key(),
                HeaderBytes.write(record.headers()),
                record.value());
    }

    /** Makes those due that wait for one of the names; whether there are any. */
    boolean arrived(Collection<String> names, Instant now) {
        if (names.isEmpty()) return false;
        String[] awaited = names.toArray(String[]::new);
        return jdbc.update(
                        "update parked set next_try = ? where awaited = any(?::text[])", Timestamp.from(now), awaited)
                > 0;
    }

    /** The rows whose next try has come, theirs for that long. */
    public List<Row> due(Instant now, Duration theirsFor, int most) {
        return jdbc.query(DUE, ParkedRequests::row, Timestamp.from(now.plus(theirsFor)), Timestamp.from(now), most);
    }

    /** Deletes the rows; which of them were still there. */
    BitSet take(List<Row> rows) {
        Map<Long, Integer> indexes = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) indexes.put(rows.get(i).id(), i);
        BitSet taken = new BitSet();
        jdbc.query(
                "delete from parked where id = any(?) returning id",
                row -> {
                    Integer index = indexes.get(row.getLong(1));
                    if (index != null) taken.set(index);
                },
                rows.stream().mapToLong(Row::id).toArray());
        return taken;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        RawRecord record = new RawRecord(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("log_offset"),
                row.getTimestamp("appended_at").toInstant(),
                row.getBytes("record_key"),
                row.getBytes("payload"),
                HeaderBytes.read(row.getBytes("headers")));
        ParkedRequest request = new ParkedRequest(
                row.getString("awaited"),
                Refusal.valueOf(row.getString("otherwise")),
                row.getTimestamp("deadline").toInstant(),
                row.getTimestamp("next_try").toInstant(),
                row.getInt("tries"),
                record);
        return new Row(row.getLong("id"), request);
    }
}
