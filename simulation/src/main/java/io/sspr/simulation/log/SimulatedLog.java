package io.sspr.simulation.log;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * What is committed on the log, as a reader with {@code read_committed} sees it. A transaction leaves a marker behind its
 * last record, so there are offsets without a record, as with Kafka.
 */
public final class SimulatedLog {

    private static final class Partition {
        final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long end;
    }

    private final Clock broker;
    private final Map<String, Integer> topics = new TreeMap<>();
    private final Map<TopicPartition, Partition> partitions = new HashMap<>();
    private final Map<String, Integer> writers = new HashMap<>();
    private final List<Consumer<ConsumerRecord<byte[], byte[]>>> watchers = new ArrayList<>();

    /** An empty one, whose broker dates records by that clock. */
    public SimulatedLog(Clock broker) {
        this.broker = broker;
    }

    /** Makes a topic. */
    public void create(String topic, int count) {
        topics.put(topic, count);
        for (int i = 0; i < count; i++) partitions.put(new TopicPartition(topic, i), new Partition());
    }

    /** Told of each record when it is committed. */
    public void watch(Consumer<ConsumerRecord<byte[], byte[]>> watcher) {
        watchers.add(watcher);
    }

    /** Appends without a transaction, as clients do. */
    public ConsumerRecord<byte[], byte[]> append(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        TopicPartition at = new TopicPartition(topic, partitionOf(topic, key));
        return append(at, key, value, headers);
    }

    private ConsumerRecord<byte[], byte[]> append(
            TopicPartition at, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        Partition partition = of(at);
        ConsumerRecord<byte[], byte[]> record = record(at, partition.end++, key, value, headers);
        partition.records.add(record);
        watchers.forEach(watcher -> watcher.accept(record));
        return record;
    }

    @SuppressWarnings("NullAway") // records may lack key and value; Kafka's class does not say so
    private ConsumerRecord<byte[], byte[]> record(
            TopicPartition at, long offset, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return new ConsumerRecord<>(
                at.topic(),
                at.partition(),
                offset,
                broker.millis(),
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                key,
                value,
                new RecordHeaders(headers),
                Optional.empty());
    }

    private int partitionOf(String topic, byte @Nullable [] key) {
        Integer count = topics.get(topic);
        if (count == null) throw new IllegalArgumentException("There is no topic " + topic);
        return key == null ? 0 : Math.floorMod(Arrays.hashCode(key), count);
    }

    private Partition of(TopicPartition at) {
        Partition partition = partitions.get(at);
        if (partition == null) throw new IllegalArgumentException("There is no partition " + at);
        return partition;
    }

    /** All partitions of the topics. */
    public List<TopicPartition> partitions(List<String> names) {
        List<TopicPartition> all = new ArrayList<>();
        for (String name : names)
            for (int i = 0; i < topics.getOrDefault(name, 0); i++) all.add(new TopicPartition(name, i));
        return all;
    }

    /** The offset after the last one. */
    public long end(TopicPartition at) {
        return of(at).end;
    }

    /** At most so many records from that offset on. */
    public List<ConsumerRecord<byte[], byte[]>> read(TopicPartition at, long from, int most) {
        List<ConsumerRecord<byte[], byte[]>> all = of(at).records;
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).offset() < from) low = middle + 1;
            else high = middle;
        }
        return List.copyOf(all.subList(low, Math.min(all.size(), low + most)));
    }

    /** The last record of a partition, if any. */
    public @Nullable ConsumerRecord<byte[], byte[]> last(TopicPartition at) {
        List<ConsumerRecord<byte[], byte[]>> all = of(at).records;
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** A writer in transactions; every earlier one of that name is fenced. */
    public Writer writer(String name) {
        return new Writer(name, writers.merge(name, 1, Integer::sum));
    }

    /** Writes all or nothing. */
    public final class Writer {

        private final String name;
        private final int epoch;
        private final List<ProducerRecord<byte[], byte[]>> open = new ArrayList<>();

        private Writer(String name, int epoch) {
            this.name = name;
            this.epoch = epoch;
        }

        /** What was sent and not committed is gone. */
        public void begin() {
            open.clear();
        }

        /** Nobody sees it yet. */
        public void send(ProducerRecord<byte[], byte[]> record) {
            open.add(record);
        }

        /** Throws if a newer writer has this one's place. */
        public void commit() {
            if (writers.getOrDefault(name, 0) != epoch) throw new ProducerFencedException("there is a newer one");
            List<ProducerRecord<byte[], byte[]>> sent = List.copyOf(open);
            open.clear();
            List<TopicPartition> touched = new ArrayList<>();
            for (ProducerRecord<byte[], byte[]> record : sent) {
                Integer fixed = record.partition();
                TopicPartition at = new TopicPartition(
                        record.topic(), fixed == null ? partitionOf(record.topic(), record.key()) : fixed);
                append(at, record.key(), record.value(), record.headers());
                if (!touched.contains(at)) touched.add(at);
            }
            // The markers.
            for (TopicPartition at : touched) of(at).end++;
        }
    }
}
