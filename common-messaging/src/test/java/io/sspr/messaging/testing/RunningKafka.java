package io.sspr.messaging.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The one broker of this JVM, with transactions as in production and no topic that nobody made. */
public final class RunningKafka {

    private static final Duration POLL = Duration.ofMillis(100);

    private static final EmbeddedKafkaKraftBroker BROKER = start();
    private static final Producer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", servers(), "linger.ms", 0, "max.request.size", 4 * 1024 * 1024),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    private RunningKafka() {}

    /** {@code bootstrap.servers}. */
    public static String servers() {
        return BROKER.getBrokersAsString();
    }

    /** A new admin client. */
    public static Admin admin() {
        return Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers()));
    }

    /** Makes topics that the broker serves at once; fails if one exists. */
    public static void create(Collection<NewTopic> topics) {
        try (Admin admin = admin()) {
            await(admin.createTopics(topics).all());
        }
        // Made is not served yet. If it refuses the first batch of a producer and takes the second, the first can never
        // follow. A consumer asks until there is an answer.
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.endOffsets(partitions);
        }
    }

    /** Deletes all topics, for a test class that begins anew. */
    public static void deleteAllTopics() {
        try (Admin admin = admin()) {
            var names = await(admin.listTopics().names());
            await(admin.deleteTopics(names).all());
        }
    }

    /** Sends a record as it is; returns its offset when the broker has it. */
    public static long send(ProducerRecord<byte[], byte[]> record) {
        try {
            return PRODUCER.send(record).get().offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new KafkaException(e);
        }
    }

    /** Everything committed on the topic until now, by partition and offset. */
    public static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L)))
                consumer.poll(POLL).forEach(records::add);
            return records;
        }
    }

    private static Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // Closing waits behind a fetch that waits for records.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static EmbeddedKafkaKraftBroker start() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(Map.of(
                "auto.create.topics.enable", "false",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "2",
                "offsets.topic.num.partitions", "2",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "4194304"));
        broker.brokerListProperty("sspr.test.kafka");
        broker.afterPropertiesSet();
        // Not stopped at the end: the kit's own hook deletes its files while it would.
        return broker;
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new KafkaException(e);
        }
    }
}
