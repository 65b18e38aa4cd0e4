package io.sspr.bench;

import io.sspr.client.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * What stands on the log between two moments.
 *
 * @param records by topic
 * @param bytes of keys, values and headers, by topic
 */
record LogUse(Map<String, Long> records, Map<String, Long> bytes) {

    static LogUse between(String bootstrap, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        Map<String, Long> records = new TreeMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = Connection.consumer(bootstrap)) {
            List<TopicPartition> partitions = new ArrayList<>();
            to.forEach((partition, end) -> {
                if (end > from.getOrDefault(partition, 0L)) partitions.add(partition);
            });
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(to, partition)))
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.offset() >= end(to, new TopicPartition(record.topic(), record.partition()))) continue;
                    records.merge(record.topic(), 1L, Long::sum);
                    bytes.merge(record.topic(), size(record), Long::sum);
                }
        }
        return new LogUse(records, bytes);
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private static long size(ConsumerRecord<byte[], byte[]> record) {
        long size = Math.max(0L, record.serializedKeySize()) + Math.max(0L, record.serializedValueSize());
        for (Header header : record.headers())
            size += (long) header.key().length() + (header.value() == null ? 0 : header.value().length);
        return size;
    }

    long count(String topic) {
        return records.getOrDefault(topic, 0L);
    }

    long total() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    long totalBytes() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
