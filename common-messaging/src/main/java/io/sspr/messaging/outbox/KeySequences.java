package io.sspr.messaging.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Numbers events 1, 2, 3 ... per topic and key. The rows stay locked until the commit, so whoever writes the same key
 * next draws later outbox ids too: the order of the numbers is the order on the log.
 */
final class KeySequences {

    private record Key(String topic, UUID key) {}

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::topic).thenComparing(Key::key);

    private static final String ADVANCE = """
            insert into key_sequences as known (topic, record_key, last)
            select * from unnest(?::text[], ?::uuid[], ?::bigint[])
            on conflict (topic, record_key) do update set last = known.last + excluded.last
            returning topic, record_key, last""";

    private final JdbcTemplate jdbc;

    KeySequences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Told> number(List<Told> told) {
        Map<Key, Long> next = new TreeMap<>(ORDER);
        for (Told message : told) {
            UUID key = message.countedBy();
            if (key != null) next.merge(new Key(message.topic(), key), 1L, Long::sum);
        }
        if (next.isEmpty()) return told;
        // Sorted, so that two transactions never wait for each other in a circle.
        List<Key> keys = List.copyOf(next.keySet());
        jdbc.query(
                ADVANCE,
                row -> {
                    long last = row.getLong(3);
                    next.computeIfPresent(
                            new Key(row.getString(1), row.getObject(2, UUID.class)), (same, count) -> last - count + 1);
                },
                keys.stream().map(Key::topic).toArray(String[]::new),
                keys.stream().map(key -> key.key().toString()).toArray(String[]::new),
                keys.stream().mapToLong(key -> next.getOrDefault(key, 0L)).toArray());
        List<Told> numbered = new ArrayList<>(told.size());
        for (Told message : told) {
            UUID counted = message.countedBy();
            Long number =
                    counted == null ? null : next.computeIfPresent(new Key(message.topic(), counted), (k, n) -> n + 1);
            numbered.add(number == null ? message : message.numbered(number - 1));
        }
        return numbered;
    }
}
