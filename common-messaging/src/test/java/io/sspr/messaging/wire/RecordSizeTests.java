package io.sspr.messaging.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.messaging.testing.RunningKafka;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RecordSizeTests {

    private static final int LIMIT = 2000;

    @Test
    void neverGuessesTooLittle() {
        String topic = "size-" + UUID.randomUUID();
        RunningKafka.create(List.of(
                new NewTopic(topic, 1, (short) 1).configs(Map.of("max.message.bytes", Integer.toString(LIMIT)))));
        RecordHeaders headers = new RecordHeaders();
        for (int i = 0; i < 10; i++) headers.add("header-ü-" + i, new byte[20]);
        byte[] key = new byte[36];
        int rest = LIMIT - RecordSize.of(key, null, headers);

        assertThat(RunningKafka.send(new ProducerRecord<>(topic, 0, key, new byte[rest], headers)))
                .isZero();
        int tooMuch = rest + 200;
        assertThatThrownBy(() -> RunningKafka.send(new ProducerRecord<>(topic, 0, key, new byte[tooMuch], headers)))
                .hasMessageContaining("RecordTooLarge");
    }

    @Test
    void keepsHeadersAsTheyAre() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("same", new byte[] {1})
                .add("same", null)
                .add("", new byte[0])
                .add("nul\0", new byte[] {0, -1});
        assertThat(HeaderBytes.read(HeaderBytes.write(headers))).isEqualTo(headers);
    }
}
