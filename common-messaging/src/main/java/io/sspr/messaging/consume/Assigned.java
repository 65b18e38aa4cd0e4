package io.sspr.messaging.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that a consumer has, and their positions as the database last told. A partition whose next record is no
 * longer on the log is lost: it is not read, for to skip would be to lose without a word. Used by the consumer's thread.
 */
final class Assigned {

    private static final Logger log = LoggerFactory.getLogger(Assigned.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Positions positions;
    private final Map<TopicPartition, Long> known = new HashMap<>();
    /** Read by others, too. */
    private final Map<String, String> lost = new ConcurrentHashMap<>();

    Assigned(Positions positions) {
        this.positions = positions;
    }

    /** Where the partition's next record is; null if it is not ours or lost. */
    @Nullable
    Long position(TopicPartition partition) {
        return known.get(partition);
    }

    /** It was read, and the database knows. */
    void read(TopicPartition partition, long to) {
        known.replace(partition, to);
    }

    Map<String, String> lost() {
        return Map.copyOf(lost);
    }

    void revoke(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            known.remove(partition);
            lost.remove(partition.toString());
        }
    }

    /** Puts the consumer to where the database says. */
    void settle(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) return;
        // In this order, for meanwhile another instance may read on.
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> stored = stored(partitions, begins);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        for (TopicPartition partition : partitions) {
            long begin = begins.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, 0L);
            Long position = stored.get(partition);
            if (position == null) lose(consumer, partition, begin, "was never read, and the log begins at " + begin);
            else if (position < begin)
                lose(consumer, partition, begin, "is read to " + position + ", but the log begins at " + begin);
            else if (position > end)
                lose(consumer, partition, begin, "is read to " + position + ", but the log ends at " + end);
            else find(consumer, partition, position);
        }
    }

    /** Puts the consumer to where we last knew, without asking anybody. */
    void rewind(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            Long position = known.get(partition);
            if (position != null) consumer.seek(partition, position);
        }
    }

    /** Stores how far empty offsets were read, such as the markers at the end of transactions. */
    void advanceOverNothing(Consumer<?, ?> consumer) {
        List<Positions.Step> steps = new ArrayList<>();
        for (TopicPartition partition : consumer.assignment()) {
            Long from = known.get(partition);
            if (from == null) continue;
            long to = consumer.position(partition, PATIENCE);
            if (to > from) steps.add(new Positions.Step(partition, from, to));
        }
        if (steps.isEmpty()) return;
        if (!positions.advance(steps)) throw new PositionsMoved();
        for (Positions.Step step : steps) known.put(step.partition(), step.to());
    }

    private Map<TopicPartition, Long> stored(Collection<TopicPartition> partitions, Map<TopicPartition, Long> begins) {
        Map<TopicPartition, Long> stored = positions.read(partitions);
        Map<TopicPartition, Long> fresh = new HashMap<>();
        for (TopicPartition partition : partitions)
            // A topic that came later and still has its first record; nothing of it can have been missed.
            if (!stored.containsKey(partition) && begins.getOrDefault(partition, 0L) == 0) fresh.put(partition, 0L);
        if (fresh.isEmpty()) return stored;
        positions.begin(fresh);
        return positions.read(partitions);
    }

    private void find(Consumer<?, ?> consumer, TopicPartition partition, long position) {
        known.put(partition, position);
        consumer.seek(partition, position);
        if (lost.remove(partition.toString()) != null) consumer.resume(List.of(partition));
    }

    private void lose(Consumer<?, ?> consumer, TopicPartition partition, long begin, String sentence) {
        known.remove(partition);
        if (lost.put(partition.toString(), sentence) == null)
            log.error("LOST RANGE: {} {}; it is not read until an operator has decided", partition, sentence);
        consumer.seek(partition, begin);
        consumer.pause(List.of(partition));
    }
}
