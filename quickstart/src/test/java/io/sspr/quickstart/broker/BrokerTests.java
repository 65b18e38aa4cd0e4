package io.sspr.quickstart.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTests {

    @TempDir
    Path data;

    @Test
    void keepsItsRecordsAndItsClusterIdOverARestartEvenOnOtherPorts() throws Exception {
        String clusterId;
        try (Broker broker = start(Settings.onRandomPorts(data))) {
            clusterId = broker.clusterId();
            Records.createTopic(broker.bootstrapServers());
            Records.append(broker.bootstrapServers(), List.of("one", "two"));
        }

        try (Broker broker = start(Settings.onRandomPorts(data))) {
            assertThat(broker.clusterId()).isEqualTo(clusterId);
            assertThat(Records.readAll(broker.bootstrapServers())).containsExactly("one", "two");
        }
    }

    @Test
    void hasTransactionsOfLevelTwoAndCreatesNoTopicUnasked() throws Exception {
        try (Broker broker = start(Settings.onRandomPorts(data));
                Admin admin = broker.admin()) {
            assertThat(admin.describeFeatures()
                            .featureMetadata()
                            .get(30, TimeUnit.SECONDS)
                            .finalizedFeatures())
                    .hasEntrySatisfying(
                            "transaction.version",
                            level -> assertThat(level.maxVersionLevel()).isEqualTo((short) 2));
            assertThatThrownBy(() -> Records.append(broker.bootstrapServers(), List.of("lost")))
                    .hasMessageContaining(Records.TOPIC);
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void refusesADirectoryThatIsNotItsOwnInASentence() throws Exception {
        Path directory = Settings.onRandomPorts(data).kafka();
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("letter.txt"), "Dear Kafka");

        assertThatThrownBy(() -> start(Settings.onRandomPorts(data)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds no Kafka data");
        assertThat(directory.resolve("letter.txt")).hasContent("Dear Kafka");
    }

    @Test
    void refusesPropertiesOfAnotherFormatInASentence() throws Exception {
        Path directory = Settings.onRandomPorts(data).kafka();
        Files.createDirectories(directory);
        for (String damaged : List.of("version=0\nbroker.id=1\n", "version=1\nnode.id=7\n", "\\u12", "\0\0\0", "")) {
            Files.writeString(directory.resolve("meta.properties"), damaged);

            assertThatThrownBy(() -> start(Settings.onRandomPorts(data)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is damaged or of another program");
        }
    }

    @Test
    void refusesToBeginAnewWithoutTheTopicsThatDamagedMetadataForgot() throws Exception {
        Settings settings = Settings.onRandomPorts(data);
        try (Broker broker = start(settings)) {
            Records.createTopic(broker.bootstrapServers());
            Records.append(broker.bootstrapServers(), List.of("one"));
        }
        Path log = settings.kafka().resolve("__cluster_metadata-0").resolve("00000000000000000000.log");
        byte[] bytes = Files.readAllBytes(log);
        for (int i = 100; i < bytes.length; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(log, bytes);

        assertThatThrownBy(() -> start(settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no longer knows 1 topic partition");
    }

    private static Broker start(Settings settings) {
        return Broker.start(settings.kafka(), settings.kafkaPort(), settings.controllerPort());
    }
}
