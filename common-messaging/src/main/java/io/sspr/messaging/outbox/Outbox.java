package io.sspr.messaging.outbox;

import io.sspr.contract.Client;
import io.sspr.contract.Topic;
import io.sspr.contract.Topics;
import io.sspr.messaging.wire.HeaderBytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is to be told, in the same transaction as what it tells of. It takes nothing that its topic would not: such a row
 * would stop the relay for ever.
 */
public final class Outbox {

    /** Notified when there are new rows. */
    public static final String CHANNEL = "sspr_outbox";

    /** Kafka's default {@code max.message.bytes}, which a broker may raise but should not lower. */
    private static final int USUAL_LIMIT = 1_048_588;

    private static final String APPEND = """
            with added as (
                insert into outbox (topic, record_key, headers, payload)
                select topic, record_key, headers, payload
                from unnest(?::text[], ?::bytea[], ?::bytea[], ?::bytea[])
                    with ordinality as row (topic, record_key, headers, payload, position)
                order by position)
            select pg_notify(?, '')""";

    private final JdbcTemplate jdbc;
    private final KeySequences sequences;
    private final Map<String, Integer> limits = new HashMap<>();

    /** For the topics that these clients and all services have. */
    public Outbox(JdbcTemplate jdbc, Collection<Client> clients) {
        this.jdbc = jdbc;
        this.sequences = new KeySequences(jdbc);
        for (Topic topic : Topics.all(clients)) {
            String limit = topic.settings().get("max.message.bytes");
            if (limit != null) limits.put(topic.name(), Integer.valueOf(limit));
        }
    }

    /** Most bytes of a record on that topic. */
    public int limit(String topic) {
        return limits.getOrDefault(topic, USUAL_LIMIT);
    }

    /** Throws if the topic would not take it; a fault of whoever made it. */
    public void check(OutboxRow row) {
        if (row.size() > limit(row.topic()))
            throw new IllegalArgumentException(
                    row.size() + " bytes are too many for " + row.topic() + ", which takes " + limit(row.topic()));
    }

    /** Appends in this order; events get their numbers now, when nobody else can write the same key any more. */
    public void append(List<Told> told, List<OutboxRow> rows) {
        if (told.isEmpty() && rows.isEmpty()) return;
        List<OutboxRow> all = new ArrayList<>(rows);
        for (Told message : sequences.number(told)) all.add(message.row());
        all.forEach(this::check);
        jdbc.query(
                APPEND,
                row -> {},
                all.stream().map(OutboxRow::topic).toArray(String[]::new),
                all.stream().map(OutboxRow::key).toArray(byte[][]::new),
                all.stream().map(row -> HeaderBytes.write(row.headers())).toArray(byte[][]::new),
                all.stream().map(OutboxRow::payload).toArray(byte[][]::new),
                CHANNEL);
    }
}
