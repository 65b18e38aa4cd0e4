package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The official SDK of CloudEvents is a reader and a writer like any other. */
class CloudEventsSdkTests {

    @ParameterizedTest
    @MethodSource("io.sspr.contract.Samples#recorded")
    void theSdkReadsTheSameAttributesFromOurRecords(String name) throws Undecodable {
        Headers headers = headers(Samples.recorded(name));
        byte[] value = value(Samples.recorded(name));
        Envelope<Message> ours = MessageCodec.decode(headers, value);

        CloudEvent theirs = KafkaMessageFactory.createReader(headers, value).toEvent();

        assertThat(theirs.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(theirs.getId()).isEqualTo(ours.id().toString());
        assertThat(theirs.getSource()).hasToString(ours.source());
        assertThat(theirs.getType()).isEqualTo(ours.type().wireName());
        assertThat(Objects.requireNonNull(theirs.getTime()).toInstant()).isEqualTo(ours.time());
        assertThat(theirs.getSubject()).isEqualTo(ours.subject());
        assertThat(theirs.getDataContentType()).isEqualTo("application/json");
        assertThat(theirs.getExtension("resetid")).isEqualTo(text(ours.resetId()));
        assertThat(theirs.getExtension("keysequence")).isEqualTo(text(ours.keySequence()));
        assertThat(theirs.getExtension("correlationid")).isEqualTo(text(ours.correlationId()));
        assertThat(theirs.getExtension("causationid")).isEqualTo(text(ours.causationId()));
        assertThat(Objects.requireNonNull(theirs.getData()).toBytes()).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("io.sspr.contract.Samples#recorded")
    void weReadTheSameFromWhatTheSdkWrites(String name) throws Undecodable {
        Headers headers = headers(Samples.recorded(name));
        byte[] value = value(Samples.recorded(name));
        Envelope<Message> ours = MessageCodec.decode(headers, value);
        CloudEvent theirs = KafkaMessageFactory.createReader(headers, value).toEvent();

        ProducerRecord<Void, byte[]> written =
                KafkaMessageFactory.createWriter("topic").writeBinary(theirs);

        // The trace is Kafka's header, not an attribute, so the SDK does not carry it on.
        if (ours.traceparent() != null)
            written.headers().add("traceparent", ours.traceparent().getBytes(StandardCharsets.UTF_8));
        ConsumerRecord<String, byte[]> read = new ConsumerRecord<>("topic", 0, 0, "key", written.value());
        written.headers().forEach(read.headers()::add);
        assertThat(MessageCodec.decode(read.headers(), read.value())).isEqualTo(ours);
    }

    private static Headers headers(JsonNode sample) {
        Headers headers = new RecordHeaders();
        sample.get("headers")
                .forEachEntry(
                        (name, text) -> headers.add(name, text.stringValue().getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private static byte[] value(JsonNode sample) {
        return sample.get("value").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
