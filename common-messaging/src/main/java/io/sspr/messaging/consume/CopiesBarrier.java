package io.sspr.messaging.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * No work before the copies of state topics have been read as far as they went when the work was assigned, by whichever
 * instance reads them. Used by one thread.
 */
final class CopiesBarrier {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Positions positions;
    private final Collection<TopicPartition> copies;
    private @Nullable Map<TopicPartition, Long> ends;
    private boolean passed;

    CopiesBarrier(Positions positions, Collection<TopicPartition> copies) {
        this.positions = positions;
        this.copies = List.copyOf(copies);
        this.passed = copies.isEmpty();
    }

    /** The work was assigned anew. */
    void raise() {
        ends = null;
        passed = copies.isEmpty();
    }

    /** Throws {@link CopiesBehind} until the copies are read. */
    void check(Consumer<?, ?> consumer) {
        if (passed) return;
        if (ends == null) ends = consumer.endOffsets(copies, PATIENCE);
        Map<TopicPartition, Long> read = positions.read(copies);
        ends.forEach((partition, end) -> {
            long position = read.getOrDefault(partition, 0L);
            if (position < end) throw new CopiesBehind(partition, position, end);
        });
        passed = true;
    }
}
