package io.sspr.torture.fault;

import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.quickstart.database.DatabaseLogin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the few milliseconds in which a batch goes out, and knows which process relays it. */
final class RelayWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RelayWatch.class);

    private final String bootstrapServers;
    private final Function<Service, DatabaseLogin> logins;

    RelayWatch(String bootstrapServers, Function<Service, DatabaseLogin> logins) {
        this.bootstrapServers = bootstrapServers;
        this.logins = logins;
    }

    /**
     * Id of the process that relays for the service, as soon as a record of its is on the log; empty if none comes, or
     * nobody can be asked.
     */
    OptionalLong awaitBatch(Service service) {
        try {
            return firstBatch(service);
        } catch (KafkaException | SQLException e) {
            LOG.debug("No relay can be seen now", e);
            return OptionalLong.empty();
        }
    }

    private OptionalLong firstBatch(Service service) throws SQLException {
        // Uncommitted: the commit, the checkpoint and the deletion of the rows are all still to come.
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_uncommitted",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                // Closing waits behind a fetch that waits for records, and the batch would be over by then.
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                20);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.events(service)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            for (TopicPartition partition : partitions) consumer.position(partition);
            OptionalLong relaying = relaying(service);
            Instant until = Instant.now().plus(PATIENCE);
            while (consumer.poll(Duration.ofMillis(100)).isEmpty())
                if (Instant.now().isAfter(until)) return OptionalLong.empty();
            return relaying;
        }
    }

    private OptionalLong relaying(Service service) throws SQLException {
        try (Connection connection = logins.apply(service).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select split_part(holder, ' ', 1) from relay_lease")) {
            row.next();
            String process = row.getString(1);
            return process.matches("[0-9]+") ? OptionalLong.of(Long.parseLong(process)) : OptionalLong.empty();
        }
    }
}
