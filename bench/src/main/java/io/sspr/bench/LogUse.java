package io.sspr.bench;

import io.sspr.client.Connection;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
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
 * @param seals that are in them
 */
record LogUse(Map<String, Long> records, Map<String, Long> bytes, Seals seals) {

    static LogUse between(String bootstrap, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        Map<String, Long> records = new TreeMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        Seals.Count seals = new Seals.Count();
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
                    seals.add(record.value());
                }
        }
        return new LogUse(records, bytes, seals.soFar());
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

    /** Of Kafka, by the services: each has one record that says how far it is. */
    long transactions() {
        long transactions = 0;
        for (Service service : Service.values()) transactions += count(Topics.checkpoint(service));
        return transactions;
    }

    long total() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    long totalBytes() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
