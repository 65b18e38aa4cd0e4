package io.sspr.messaging.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Finds the last committed checkpoint on the log. */
final class CheckpointReader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A batch takes two offsets, record and marker; aborted ones in between are skipped by the consumer. */
    private static final long FIRST_LOOK = 16;

    private final TopicPartition partition;
    private final Map<String, Object> settings;

    CheckpointReader(String topic, Map<String, Object> settings) {
        this.partition = new TopicPartition(topic, 0);
        this.settings = settings;
    }

    @Nullable
    Checkpoint last() {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> here = List.of(partition);
            consumer.assign(here);
            long begin = consumer.beginningOffsets(here, PATIENCE).getOrDefault(partition, 0L);
            long end = consumer.endOffsets(here, PATIENCE).getOrDefault(partition, 0L);
            for (long look = FIRST_LOOK; ; look *= 16) {
                long from = Math.max(begin, end - look);
                Checkpoint found = last(consumer, from, end);
                if (found != null || from == begin) return found;
            }
        }
    }

    private @Nullable Checkpoint last(Consumer<byte[], byte[]> consumer, long from, long end) {
        consumer.seek(partition, from);
        Checkpoint last = null;
        Instant until = Instant.now().plus(PATIENCE);
        while (consumer.position(partition) < end) {
            if (Instant.now().isAfter(until)) throw new TimeoutException("the checkpoint topic cannot be read");
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100)))
                if (Arrays.equals(record.key(), Checkpoint.KEY)) last = Checkpoint.of(record.value());
        }
        return last;
    }
}
