package io.sspr.hostile;

import io.sspr.client.Connection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** What has become of messages: which were answered, and which were put aside as dead. */
final class Fates implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Pattern REASON = Pattern.compile("\"reason\":\"([A-Z_]+)\"");

    /** A message that a broker took; {@code id} is empty if it has none that can be told from others. */
    record Taken(String topic, int partition, long offset, String id, String ways) {
        private String place() {
            return Fates.place(topic, Integer.toString(partition), Long.toString(offset));
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<String> answered = new HashSet<>();
    private final Set<String> dead = new HashSet<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    /** Of all messages. */
    Fates(String bootstrap) {
        consumer = Connection.consumer(bootstrap);
        List<TopicPartition> partitions = consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(info ->
                        info.topic().startsWith("sspr.replies.") || info.topic().endsWith(".dead"))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        // What was answered before is not answered again when it comes again.
        consumer.seekToBeginning(partitions);
    }

    /** Takes notice of what has come. */
    boolean look() {
        boolean any = false;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LOOK)) {
            any = true;
            Map<String, String> headers = headers(record);
            if (record.topic().endsWith(".dead")) {
                dead.add(place(
                        headers.getOrDefault("sspr-topic", ""),
                        headers.getOrDefault("sspr-partition", ""),
                        headers.getOrDefault("sspr-offset", "")));
                count("dead: " + headers.getOrDefault("sspr-reason", "no reason"));
            } else {
                String request = headers.get("ce_correlationid");
                if (request != null) answered.add(request);
                count(reason(record, headers.getOrDefault("ce_type", "?")));
            }
        }
        return any;
    }

    private static String reason(ConsumerRecord<byte[], byte[]> record, String type) {
        Matcher reason =
                REASON.matcher(record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
        return "answered: " + (reason.find() ? reason.group(1) : type);
    }

    private void count(String reason) {
        reasons.merge(reason, 1, Integer::sum);
    }

    /** Those of which nothing was heard. */
    List<Taken> unknown(Collection<Taken> taken) {
        return taken.stream()
                .filter(one -> !dead.contains(one.place()) && !answered.contains(one.id()))
                .toList();
    }

    /** How many were answered or dead, by why. */
    Map<String, Integer> reasons() {
        return reasons;
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers())
            if (header.value() != null) headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        return headers;
    }

    private static String place(String topic, String partition, String offset) {
        return topic + "-" + partition + "@" + offset;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
