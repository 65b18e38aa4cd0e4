package io.sspr.messaging.consume;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each partition was read, in the same database as the effects of reading it. */
final class Positions {

    /** From one offset to the next of one partition. */
    record Step(TopicPartition partition, long from, long to) {}

    private static final String READ = """
            select topic, partition, next_offset from positions
            where (topic, partition) in (select * from unnest(?::text[], ?::int[]))""";

    private static final String ADVANCE = """
            update positions set next_offset = step.until
            from unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[]) as step (topic, partition, since, until)
            where positions.topic = step.topic and positions.partition = step.partition
              and positions.next_offset = step.since""";

    private final JdbcTemplate jdbc;

    Positions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are known of these. */
    Map<TopicPartition, Long> read(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> known = new HashMap<>();
        List<TopicPartition> list = List.copyOf(partitions);
        jdbc.query(
                READ,
                row -> {
                    known.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                },
                topics(list),
                numbers(list));
        return known;
    }

    /** Whether nothing was ever read. */
    boolean isFirstStart() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select not exists (select from positions)", Boolean.class));
    }

    /** Enters where to begin; what is known already stays. */
    void begin(Map<TopicPartition, Long> begins) {
        List<TopicPartition> list = List.copyOf(begins.keySet());
        jdbc.update(
                "insert into positions select * from unnest(?::text[], ?::int[], ?::bigint[]) on conflict do nothing",
                topics(list),
                numbers(list),
                list.stream()
                        .mapToLong(partition -> begins.getOrDefault(partition, 0L))
                        .toArray());
    }

    /** All or nothing, given a transaction; false if any was not where we thought: another instance reads it. */
    boolean advance(List<Step> steps) {
        List<TopicPartition> list = steps.stream().map(Step::partition).toList();
        int advanced = jdbc.update(
                ADVANCE,
                topics(list),
                numbers(list),
                steps.stream().mapToLong(Step::from).toArray(),
                steps.stream().mapToLong(Step::to).toArray());
        return advanced == steps.size();
    }

    private static String[] topics(List<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
    }

    private static int[] numbers(List<TopicPartition> partitions) {
        return partitions.stream().mapToInt(TopicPartition::partition).toArray();
    }
}
