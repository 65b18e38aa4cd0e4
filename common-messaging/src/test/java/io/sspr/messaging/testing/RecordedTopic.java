package io.sspr.messaging.testing;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Undecodable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything committed on one topic, from its beginning, as it comes. For one thread. */
public final class RecordedTopic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    /** Of a topic that exists. */
    public RecordedTopic(String topic) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, RunningKafka.servers());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // A question for the end of the log waits behind a fetch that waits for records.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = partitions();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** A broker that has just made the topic may not know its partitions yet. */
    private List<TopicPartition> partitions() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        List<TopicPartition> found = List.of();
        while (found.isEmpty() && System.nanoTime() < until)
            found = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
        if (found.isEmpty()) throw new AssertionError(topic + " has no partitions");
        return found;
    }

    /** The first record that fits, waiting for it. */
    public ConsumerRecord<byte[], byte[]> await(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (ConsumerRecord<byte[], byte[]> record : records) if (wanted.test(record)) return record;
            consumer.poll(Duration.ofMillis(50)).forEach(records::add);
        }
        throw new AssertionError("nothing like that on " + topic + " among " + records.size() + " records");
    }

    /** The first message that fits, waiting for it. */
    public Envelope<Message> awaitMessage(Predicate<Envelope<Message>> wanted) {
        return decode(await(record -> wanted.test(decode(record))));
    }

    /** All until now. */
    public List<ConsumerRecord<byte[], byte[]>> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L)))
            consumer.poll(Duration.ofMillis(50)).forEach(records::add);
        return List.copyOf(records);
    }

    /** All until now, as messages. */
    public List<Envelope<Message>> messages() {
        return all().stream().map(RecordedTopic::decode).toList();
    }

    /** A record of ours as a message. */
    public static Envelope<Message> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return MessageCodec.decode(record.headers(), record.value());
        } catch (Undecodable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
