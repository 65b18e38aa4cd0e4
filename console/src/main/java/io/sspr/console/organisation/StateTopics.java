package io.sspr.console.organisation;

import io.sspr.contract.MessageCodec;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.state.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads state topics to their ends, with no more rights than an operator has in the access table. */
public final class StateTopics {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);

    private StateTopics() {}

    /** Everybody and everything that decides who can reset. */
    public static Organisation organisation(String bootstrap) throws CannotRead {
        return read(bootstrap, List.of(Topics.ACCOUNTS, Topics.METHODS, Topics.GROUPS, Topics.POLICY));
    }

    /** The rules in force alone. */
    public static Organisation rules(String bootstrap) throws CannotRead {
        return read(bootstrap, List.of(Topics.POLICY));
    }

    private static Organisation read(String bootstrap, List<String> topics) throws CannotRead {
        try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrap)) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : topics) partitions.addAll(partitions(consumer, topic));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return Organisation.of(facts(consumer, consumer.endOffsets(partitions)));
        } catch (TimeoutException e) {
            throw new CannotRead(
                    "Kafka at " + bootstrap + " does not answer within " + ANSWERS_WITHIN.toSeconds()
                            + " s: is it running there?",
                    e);
        } catch (KafkaException e) {
            throw new CannotRead("Kafka at " + bootstrap + " does not let the state topics be read: " + e, e);
        }
    }

    private static List<State> facts(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends)
            throws CannotRead {
        // Compaction takes its time: until then, the newest record of a key counts, and none after a tombstone.
        Map<String, ConsumerRecord<String, byte[]>> newest = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                String key = record.topic() + " " + record.key();
                if (record.value() == null) newest.remove(key);
                else newest.put(key, record);
            }
        List<State> facts = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : newest.values()) facts.add(fact(record));
        return facts;
    }

    private static State fact(ConsumerRecord<String, byte[]> record) throws CannotRead {
        String place = record.topic() + ", partition " + record.partition() + ", offset " + record.offset();
        try {
            if (MessageCodec.decode(record.headers(), record.value()).message() instanceof State state) return state;
        } catch (Undecodable e) {
            // Not to be passed over: a conclusion without it could be wrong for the person it is about.
            throw new CannotRead("A record of " + place + " is none of the contract: " + e.getMessage(), e);
        }
        throw new CannotRead("A record of " + place + " is no state.");
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) throws CannotRead {
        List<PartitionInfo> infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) throw new CannotRead("There is no topic " + topic + ".");
        return infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Without a group: nothing of where it read is kept. */
    private static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "console-operator",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(ANSWERS_WITHIN.toMillis()));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
