package io.sspr.audit.log;

import io.sspr.audit.finding.CannotCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads topics as {@code read_committed} readers see them, without a consumer group: it leaves no trace. */
public final class EventLog implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String where;
    private final KafkaConsumer<String, byte[]> consumer;

    /** Takes a record. */
    public interface Reader {
        /** One more. */
        void read(Entry entry) throws IOException;
    }

    /** Offsets by partition. */
    public record Ends(Map<TopicPartition, Long> offsets) {

        /** How many records there are at most. */
        public long sum() {
            return offsets.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private EventLog(String where, KafkaConsumer<String, byte[]> consumer) {
        this.where = where;
        this.consumer = consumer;
    }

    /** Over the cluster that these client settings lead to. */
    public static EventLog open(Map<String, Object> client) throws CannotCheck {
        String where = String.valueOf(client.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWERS_WITHIN.toMillis()));
        // Closing waits behind a fetch that waits for records.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        settings.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "sspr-audit");
        // A group of the file would be of no use, and its prefix might not be granted.
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try {
            return new EventLog(
                    where, new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CannotCheck("The settings for Kafka cannot be used: " + cause.getMessage(), e);
        }
    }

    /** Names of all topics that may be seen. */
    public Set<String> topics() throws CannotCheck {
        return asked(() -> new TreeSet<>(consumer.listTopics().keySet()));
    }

    /** The partitions of topics that must be there. */
    public List<TopicPartition> partitions(Collection<String> topics) throws CannotCheck {
        Set<String> there = topics();
        for (String topic : topics)
            if (!there.contains(topic))
                throw new CannotCheck("There is no topic " + topic + " at " + where + ", or it may not be seen.");
        return asked(() -> {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : topics)
                for (PartitionInfo info : consumer.partitionsFor(topic))
                    partitions.add(new TopicPartition(topic, info.partition()));
            return partitions;
        });
    }

    /** Where each begins. */
    public Map<TopicPartition, Long> begins(List<TopicPartition> partitions) throws CannotCheck {
        return asked(() -> consumer.beginningOffsets(partitions));
    }

    /** Where what is committed ends now. */
    public Ends ends(List<TopicPartition> partitions) throws CannotCheck {
        return new Ends(asked(() -> consumer.endOffsets(partitions)));
    }

    /** Fails if what once was on a topic of events is not there any more. */
    public void mustBeginAtTheirBegin(List<TopicPartition> partitions) throws CannotCheck {
        for (Map.Entry<TopicPartition, Long> begin : begins(partitions).entrySet())
            if (begin.getValue() > 0)
                throw new CannotCheck("The log of " + begin.getKey() + " begins at offset " + begin.getValue()
                        + ": what stood before is gone, and nothing that follows from it can be checked.");
    }

    /** Every record up to those ends, each partition in its order. */
    public void read(Ends ends, Reader each) throws CannotCheck, IOException {
        read(null, ends, each);
    }

    /** Every record from these offsets up to those ends. */
    public void read(@Nullable Ends from, Ends to, Reader each) throws CannotCheck, IOException {
        List<TopicPartition> partitions = List.copyOf(to.offsets().keySet());
        asked(() -> {
            consumer.assign(partitions);
            if (from == null) consumer.seekToBeginning(partitions);
            else from.offsets().forEach(consumer::seek);
            return true;
        });
        long progress = System.nanoTime();
        while (asked(() -> isBefore(to))) {
            Iterable<ConsumerRecord<String, byte[]>> records = asked(() -> consumer.poll(POLL));
            for (ConsumerRecord<String, byte[]> record : records) {
                progress = System.nanoTime();
                if (record.offset() < to.offsets().getOrDefault(partition(record), 0L)) each.read(Entry.of(record));
            }
            // Markers of transactions move the position too, so what is left is a broker that does not deliver.
            if (System.nanoTime() - progress > PATIENCE.toNanos())
                throw new CannotCheck("Kafka at " + where + " has delivered nothing for " + PATIENCE.toSeconds()
                        + " s, though there is more.");
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private boolean isBefore(Ends ends) {
        return ends.offsets().entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private interface Question<T> {
        T ask();
    }

    private <T> T asked(Question<T> question) throws CannotCheck {
        try {
            return question.ask();
        } catch (TimeoutException e) {
            throw new CannotCheck(
                    "Kafka at " + where + " does not answer within " + ANSWERS_WITHIN.toSeconds()
                            + " s: is it running there?",
                    e);
        } catch (TopicAuthorizationException e) {
            throw new CannotCheck(
                    "Kafka at " + where + " does not let this user read "
                            + String.join(", ", new TreeSet<>(e.unauthorizedTopics())) + ".",
                    e);
        } catch (AuthorizationException | AuthenticationException e) {
            throw new CannotCheck("Kafka at " + where + " refuses this user: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new CannotCheck("Kafka at " + where + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
