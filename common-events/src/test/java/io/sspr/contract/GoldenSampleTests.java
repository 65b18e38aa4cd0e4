package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record that was ever written must be read for ever, so samples are added and never changed. */
class GoldenSampleTests {

    @ParameterizedTest
    @EnumSource
    void everyMessageHasASample(MessageType type) {
        assertThat(ContractFiles.exists("samples/" + type.wireName() + ".json"))
                .as("a sample of " + type.wireName() + ", made by -Dcontract.write=true")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.sspr.contract.Samples#recorded")
    void everySampleEverRecordedIsStillReadAndWrittenTheSame(String name) throws Undecodable {
        JsonNode sample = Samples.recorded(name);
        byte[] value = sample.get("value").toString().getBytes(StandardCharsets.UTF_8);

        Envelope<Message> envelope = MessageCodec.decode(headers(sample), value);

        ObjectNode headers = ContractFiles.JSON.createObjectNode();
        MessageCodec.headers(envelope).forEach(headers::put);
        // Of a request only: it belongs to the transport, as the envelope has no place for it.
        JsonNode assertion = sample.get("headers").get("assertion");
        if (assertion != null) headers.set("assertion", assertion);
        assertThat((JsonNode) headers).isEqualTo(sample.get("headers"));
        assertThat(withoutAdditions(envelope, sample.get("value"))).isEqualTo(sample.get("value"));
        assertThat(name).startsWith(envelope.type().wireName());
        assertThat(Samples.key(envelope)).isEqualTo(sample.get("key").stringValue());
        assertThat(envelope.subject()).isEqualTo(Samples.subject(envelope.message()));
    }

    /** As it is written today, less what records of then did not have and now put in. */
    private static JsonNode withoutAdditions(Envelope<Message> envelope, JsonNode recorded) {
        ObjectNode written = (ObjectNode) ContractFiles.JSON.readTree(MessageCodec.value(envelope));
        for (RecordComponent component : envelope.message().getClass().getRecordComponents())
            if (component.isAnnotationPresent(Defaulted.class) && !recorded.has(component.getName()))
                written.remove(component.getName());
        return written;
    }

    @Test
    void aSampleStandsOnATopicOfTheContract() {
        List<String> topics =
                Topics.all(Principals.CLIENTS).stream().map(Topic::name).toList();
        for (String name : Samples.recorded())
            assertThat(topics).contains(Samples.recorded(name).get("topic").stringValue());
    }

    private static Headers headers(JsonNode sample) {
        Headers headers = new RecordHeaders();
        sample.get("headers")
                .forEachEntry(
                        (name, text) -> headers.add(name, text.stringValue().getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
