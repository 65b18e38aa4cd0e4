package io.sspr.journey;

import static org.awaitility.Awaitility.await;

import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.live.EmbeddedParts;
import io.sspr.live.LiveSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The whole system, started once for all journeys of this JVM. */
final class TestSystem extends LiveSystem {

    private TestSystem() {
        super(Boolean.getBoolean("sspr.containers") ? new ContainerParts() : new EmbeddedParts());
    }

    private static final class Holder {
        static final TestSystem SHARED = new TestSystem();
    }

    static TestSystem shared() {
        return Holder.SHARED;
    }

    /** Whether each service says of itself that it is up. */
    boolean isHealthy() {
        for (Service service : Service.values()) {
            URI health = URI.create("http://127.0.0.1:" + settings().healthPort(service) + "/actuator/health");
            try {
                HttpResponse<String> response = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 200) return false;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** The reason under which a request was put aside; waits for it. */
    String deadLetter(String source, UUID request) {
        return deadLetter(source, record -> request.equals(MessageCodec.id(record.headers())));
    }

    /** The reason under which a record with that value was put aside; waits for it. */
    String deadLetter(String source, byte[] value) {
        return deadLetter(source, record -> Arrays.equals(value, record.value()));
    }

    private String deadLetter(String source, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        Service reader = source.contains("." + Service.RESET.shortName() + ".") ? Service.RESET : Service.REGISTRATION;
        String topic = Topics.dead(source, reader);
        return await().atMost(PATIENCE)
                .until(() -> read(topic).stream().filter(wanted).findFirst(), Optional::isPresent)
                .map(record -> {
                    Header reason = record.headers().lastHeader("sspr-reason");
                    return reason == null ? "" : new String(reason.value(), StandardCharsets.UTF_8);
                })
                .orElseThrow();
    }

    /** All replies on the log to a request of that client. */
    List<Message> replies(String client, UUID request) {
        List<Message> replies = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(Topics.replies(client))) {
            Header correlation = record.headers().lastHeader("ce_correlationid");
            if (correlation == null
                    || !request.toString().equals(new String(correlation.value(), StandardCharsets.UTF_8))) continue;
            try {
                replies.add(
                        MessageCodec.decode(record.headers(), record.value()).message());
            } catch (io.sspr.contract.Undecodable e) {
                throw new AssertionError(e);
            }
        }
        return replies;
    }

    /** The version of the rules that the reset service goes by. */
    long policyVersionOfReset() {
        try (Connection connection = database(Service.RESET).connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select (policy::json ->> 'version')::bigint from known_policy")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything committed on a topic now. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "none",
                // Closing waits behind a fetch that waits for records.
                "fetch.max.wait.ms",
                20);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }
}
