package io.sspr.quickstart.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.quickstart.layout.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerTests {

    private static final int BEFORE_THE_KILL = 2000;

    @TempDir
    Path data;

    @Test
    void hasEveryAcknowledgedRecordAfterKillMinusNine() throws Exception {
        Settings settings = Settings.onRandomPorts(data);
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (BrokerProcess broker = BrokerProcess.start(settings)) {
            String address = "127.0.0.1:" + settings.kafkaPort();
            Records.createTopic(address);
            try (Producer<byte[], byte[]> producer = Records.producer(address)) {
                for (int i = 0; acknowledged.size() < BEFORE_THE_KILL; i++) {
                    String value = "letter " + i;
                    send(producer, value, acknowledged);
                }
                broker.kill();
                producer.close(Duration.ZERO);
            }
        }

        List<String> promised = new ArrayList<>(acknowledged);
        try (BrokerProcess again = BrokerProcess.start(settings)) {
            assertThat(again.isAlive()).isTrue();
            assertThat(Records.readAll("127.0.0.1:" + settings.kafkaPort())).containsAll(promised);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback says the same.
    private static void send(
            Producer<byte[], byte[]> producer, String value, ConcurrentLinkedQueue<String> acknowledged) {
        producer.send(new ProducerRecord<>(Records.TOPIC, value.getBytes(UTF_8)), (metadata, failure) -> {
            if (failure == null) {
                acknowledged.add(value);
            }
        });
    }
}
