package io.sspr.messaging.handle;

import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.messaging.outbox.Outbox;
import io.sspr.messaging.outbox.OutboxRow;
import io.sspr.messaging.wire.RawRecord;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts aside what could not be understood or handled: the record as it was, and in headers {@code sspr-...} why. */
final class DeadLetters {

    private static final String COUNT = """
            insert into dead_letters as known (topic, count, last_at) values (?, ?, ?)
            on conflict (topic) do update set count = known.count + excluded.count, last_at = excluded.last_at""";

    private final Service reader;
    private final Outbox outbox;
    private final JdbcTemplate jdbc;

    DeadLetters(Service reader, Outbox outbox, JdbcTemplate jdbc) {
        this.reader = reader;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** One that its topic takes: what is too long is cut, and says so. */
    OutboxRow of(RawRecord record, Refusal reason) {
        String topic = Topics.dead(record.topic(), reader);
        int limit = outbox.limit(topic);
        Headers ours = new RecordHeaders();
        put(ours, "sspr-reason", reason.name());
        put(ours, "sspr-topic", record.topic());
        put(ours, "sspr-partition", Integer.toString(record.partition()));
        put(ours, "sspr-offset", Long.toString(record.offset()));
        OutboxRow whole = new OutboxRow(topic, record.key(), withTheirs(record, ours), record.value());
        if (whole.size() <= limit) return whole;

        byte[] value = record.value();
        put(ours, "sspr-cut-from", Integer.toString(value == null ? 0 : value.length));
        int tooMany = new OutboxRow(topic, record.key(), withTheirs(record, ours), value).size() - limit;
        if (value != null && tooMany < value.length) {
            byte[] cut = Arrays.copyOf(value, value.length - tooMany);
            return new OutboxRow(topic, record.key(), withTheirs(record, ours), cut);
        }
        // It is the headers or the key that are too long.
        return new OutboxRow(topic, null, ours, null);
    }

    /** Counts them, for operators to see. */
    void count(List<OutboxRow> letters, Instant now) {
        Map<String, Integer> counts = new TreeMap<>();
        for (OutboxRow letter : letters) counts.merge(letter.topic(), 1, Integer::sum);
        counts.forEach((topic, count) -> jdbc.update(COUNT, topic, count, Timestamp.from(now)));
    }

    private static Headers withTheirs(RawRecord record, Headers ours) {
        RecordHeaders all = new RecordHeaders();
        for (Header header : record.headers()) if (!header.key().startsWith("sspr-")) all.add(header);
        for (Header header : ours) all.add(header);
        return all;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
