package io.sspr.messaging.broker;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Settings of all Kafka clients: what the user gave as {@code spring.kafka.*}, such as servers and security, and over it
 * what the guarantees rest on.
 *
 * @param consumer what the user gave for consumers
 * @param producer what the user gave for producers
 * @param admin what the user gave for admin clients
 */
public record ClientSettings(Map<String, Object> consumer, Map<String, Object> producer, Map<String, Object> admin) {

    private static final Map<String, Object> READING = Map.ofEntries(
            entry(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class),
            entry(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class),
            entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
            entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
            // Positions are the database's; one that is out of range must be seen, never reset.
            entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"),
            entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
            entry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1),
            // A killed instance is replaced in seconds, not in the default 45.
            entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000),
            entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000),
            entry(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 120_000));

    private static final Map<String, Object> WRITING = Map.ofEntries(
            entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
            entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
            entry(ProducerConfig.ACKS_CONFIG, "all"),
            entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
            // A commit in the middle of the last one's end is retried after this; the default 100 is felt by every
            // reply.
            entry(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5),
            entry(ProducerConfig.LINGER_MS_CONFIG, 0),
            // A hung relay keeps read_committed readers waiting no longer than this.
            entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000),
            entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000),
            entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
            entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000),
            entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024));

    /** Copies. */
    public ClientSettings {
        consumer = Map.copyOf(consumer);
        producer = Map.copyOf(producer);
        admin = Map.copyOf(admin);
    }

    /** For a member of a group; partitions that stay with it keep flowing while others move. */
    public Map<String, Object> groupReader(String group, int maxPollRecords) {
        Map<String, Object> settings = over(consumer, READING);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return settings;
    }

    /** For a reader of its own partitions, without a group. */
    public Map<String, Object> plainReader() {
        Map<String, Object> settings = over(consumer, READING);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        // Its closing waits behind a fetch that waits for records.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        return settings;
    }

    /** For a producer that fences whoever used the same transactional id before. */
    public Map<String, Object> transactionalWriter(String transactionalId) {
        Map<String, Object> settings = over(producer, WRITING);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return settings;
    }

    /** For an admin client that gives up after seconds. */
    public Map<String, Object> administrator() {
        return over(
                admin,
                Map.of(
                        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000));
    }

    private static Map<String, Object> over(Map<String, Object> given, Map<String, Object> ours) {
        Map<String, Object> settings = new HashMap<>(given);
        settings.putAll(ours);
        return settings;
    }
}
