package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.state.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTests {

    private static final UUID ACCOUNT = UUID.fromString("0b8a2c1e-8f5d-4f53-9a51-2d6f0c5f6a10");
    private static final Instant TIME = Instant.parse("2026-11-22T09:30:00.123456Z");
    private static final Envelope<Message> CHANGED = new Envelope<>(
            UUID.fromString("5f0c7c50-2f3f-4d0e-b0b8-3d9c7d1f2a11"),
            "reset-service",
            TIME,
            ACCOUNT.toString(),
            UUID.fromString("7a1d1b34-6d5c-4b0a-8c1e-0f2b3c4d5e6f"),
            12L,
            UUID.fromString("11111111-2222-4333-8444-555555555555"),
            UUID.fromString("66666666-7777-4888-8999-aaaaaaaaaaaa"),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            new PasswordChanged(
                    ACCOUNT,
                    3,
                    Cause.RESET,
                    UUID.fromString("7a1d1b34-6d5c-4b0a-8c1e-0f2b3c4d5e6f"),
                    false,
                    TIME,
                    TIME));
    private static final String VALUE = """
            {"accountId":"0b8a2c1e-8f5d-4f53-9a51-2d6f0c5f6a10","version":3,"cause":"RESET","mustChange":false,\
            "changedAt":"2026-11-22T09:30:00Z","sessionsInvalidBefore":"2026-11-22T09:30:00Z"}""";

    @Test
    void whatIsWrittenIsReadTheSame() throws Undecodable {
        assertThat(MessageCodec.decode(headers(MessageCodec.headers(CHANGED)), MessageCodec.value(CHANGED)))
                .isEqualTo(CHANGED);
    }

    @Test
    void attributesAreHeadersWithTheNamesOfCloudEvents() {
        assertThat(MessageCodec.headers(CHANGED))
                .containsOnlyKeys(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_time",
                        "content-type",
                        "ce_subject",
                        "ce_resetid",
                        "ce_keysequence",
                        "ce_correlationid",
                        "ce_causationid",
                        "traceparent")
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "sspr.password.changed.v1")
                .containsEntry("ce_time", "2026-11-22T09:30:00.123456Z")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_keysequence", "12");
    }

    @Test
    void whatIsAbsentHasNoHeaderAndNoProperty() throws Undecodable {
        Envelope<Message> identity = new Envelope<>(
                CHANGED.id(),
                "registration-service",
                TIME,
                null,
                null,
                null,
                null,
                null,
                null,
                new Identity(ACCOUNT, "E-1"));
        assertThat(MessageCodec.headers(identity))
                .containsOnlyKeys("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type");
        assertThat(MessageCodec.decode(headers(MessageCodec.headers(identity)), MessageCodec.value(identity)))
                .isEqualTo(identity);
        assertThat(decodeValue(VALUE).message())
                .asInstanceOf(type(PasswordChanged.class))
                .extracting(PasswordChanged::resetId)
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3, MALFORMED",
        "ce_specversion, '', MALFORMED",
        "ce_type, sspr.password.guessed.v1, UNKNOWN_TYPE",
        "ce_type, io.sspr.contract.event.PasswordChanged, UNKNOWN_TYPE",
        "ce_type, '', MALFORMED",
        "ce_id, 5F0C7C50-2F3F-4D0E-B0B8-3D9C7D1F2A11, INVALID_ID",
        "ce_id, 5f0c7c502f3f4d0eb0b83d9c7d1f2a11, INVALID_ID",
        "ce_id, 1-1-1-1-1, INVALID_ID",
        "ce_id, '', INVALID_ID",
        "ce_source, '', MALFORMED",
        "ce_source, 'two words', MALFORMED",
        "ce_source, zażółć, MALFORMED",
        "ce_time, yesterday, MALFORMED",
        "ce_time, 1795339800, MALFORMED",
        "ce_time, 2026-11-22, MALFORMED",
        "ce_time, 2026-11-22T09:30:00, MALFORMED",
        "ce_time, 2026-13-22T09:30:00Z, MALFORMED",
        "ce_time, +99999-01-01T00:00:00Z, MALFORMED",
        "content-type, text/plain, MALFORMED",
        "content-type, application/jsonp, MALFORMED",
        "content-type, application/cloudevents+json, MALFORMED",
        "ce_subject, '', MALFORMED",
        "ce_resetid, mine, INVALID_ID",
        "ce_correlationid, mine, INVALID_ID",
        "ce_causationid, mine, INVALID_ID",
        "ce_keysequence, first, MALFORMED",
        "ce_keysequence, 0, MALFORMED",
        "ce_keysequence, -1, MALFORMED",
        "ce_keysequence, +1, MALFORMED",
        "ce_keysequence, 1.0, MALFORMED",
        "ce_keysequence, 99999999999999999999, MALFORMED",
        "traceparent, 00-0-0-0, MALFORMED",
        "traceparent, ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, MALFORMED",
    })
    void aMalformedHeaderIsRefused(String name, String text, Refusal reason) {
        Map<String, String> headers = MessageCodec.headers(CHANGED);
        headers.put(name, text);
        refuses(headers(headers), MessageCodec.value(CHANGED), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, MALFORMED",
        "ce_id, INVALID_ID",
        "ce_source, MALFORMED",
        "ce_type, MALFORMED",
        "ce_time, MALFORMED",
        "content-type, MALFORMED",
    })
    void aMissingHeaderIsRefused(String name, Refusal reason) {
        Map<String, String> headers = MessageCodec.headers(CHANGED);
        headers.remove(name);
        refuses(headers(headers), MessageCodec.value(CHANGED), reason);
    }

    @Test
    void anAttributeThatStandsTwiceIsRefusedForReadersWouldDisagree() {
        Headers headers = headers(MessageCodec.headers(CHANGED));
        headers.add("ce_correlationid", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        refuses(headers, MessageCodec.value(CHANGED), Refusal.MALFORMED);
    }

    @Test
    void aHeaderWithoutValueIsAsIfItWereAbsent() throws Undecodable {
        Headers headers = headers(MessageCodec.headers(CHANGED)).add("ce_other", null);
        assertThat(MessageCodec.decode(headers, MessageCodec.value(CHANGED))).isEqualTo(CHANGED);
        headers.remove("ce_id").add("ce_id", null);
        refuses(headers, MessageCodec.value(CHANGED), Refusal.INVALID_ID);
    }

    @Test
    void longHeadersAreRefused() {
        for (String name : new String[] {"ce_source", "ce_subject", "ce_type"}) {
            Map<String, String> headers = MessageCodec.headers(CHANGED);
            headers.put(name, "x".repeat(257));
            refuses(headers(headers), MessageCodec.value(CHANGED), Refusal.MALFORMED);
        }
    }

    @Test
    void aLineBreakInAHeaderIsRefusedForItWouldForgeALineOfALog() {
        Map<String, String> headers = MessageCodec.headers(CHANGED);
        headers.put("ce_source", "portal\nreset-service");
        refuses(headers(headers), MessageCodec.value(CHANGED), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=UTF-8", "Application/JSON", "application/json;charset=utf-8"})
    void theMediaTypeMayBeWrittenAsTheStandardAllows(String contentType) throws Undecodable {
        Map<String, String> headers = MessageCodec.headers(CHANGED);
        headers.put("content-type", contentType);
        assertThat(MessageCodec.decode(headers(headers), MessageCodec.value(CHANGED)))
                .isEqualTo(CHANGED);
    }

    @Test
    void aTimeMayHaveAnOffset() throws Undecodable {
        Map<String, String> headers = MessageCodec.headers(CHANGED);
        headers.put("ce_time", "2026-11-22T10:30:00.123456+01:00");
        assertThat(MessageCodec.decode(headers(headers), MessageCodec.value(CHANGED)))
                .isEqualTo(CHANGED);
    }

    @Test
    void unknownHeadersAndPropertiesAreIgnored() throws Undecodable {
        Map<String, String> headers = MessageCodec.headers(CHANGED);
        headers.put("ce_colour", "green");
        headers.put("x-other", "1");
        String value = VALUE.replace("\"version\"", "\"colour\":{\"deep\":[1,2]},\"version\"");
        assertThat(MessageCodec.decode(headers(headers), bytes(value)).message())
                .isInstanceOf(PasswordChanged.class);
    }

    @Test
    void aRecordWithoutValueIsRefused() {
        refuses(headers(MessageCodec.headers(CHANGED)), null, Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}",
                "{}{}",
                "{'version':3}",
                "\u0000\u0001\u0002",
                "<xml/>",
            })
    void whatIsNoObjectOfTheContractIsRefused(String value) {
        refuses(headers(MessageCodec.headers(CHANGED)), bytes(value), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // duplicate names
                "\"version\":3 | \"version\":3,\"version\":4",
                "\"version\":3 | \"version\":3,\"other\":1,\"other\":2",
                // one scalar for another
                "\"version\":3 | \"version\":\"3\"",
                "\"version\":3 | \"version\":3.5",
                "\"version\":3 | \"version\":3.0",
                "\"version\":3 | \"version\":true",
                "\"version\":3 | \"version\":\"\"",
                "\"version\":3 | \"version\":99999999999999999999",
                "\"mustChange\":false | \"mustChange\":0",
                "\"mustChange\":false | \"mustChange\":\"false\"",
                "\"mustChange\":false | \"mustChange\":\"\"",
                "\"cause\":\"RESET\" | \"cause\":1",
                "\"cause\":\"RESET\" | \"cause\":\"1\"",
                "\"cause\":\"RESET\" | \"cause\":\"reset\"",
                "\"cause\":\"RESET\" | \"cause\":\"\"",
                "\"cause\":\"RESET\" | \"cause\":\"GUESSED\"",
                "\"changedAt\":\"2026-11-22T09:30:00Z\" | \"changedAt\":1795339800",
                "\"changedAt\":\"2026-11-22T09:30:00Z\" | \"changedAt\":1795339800.5",
                "\"changedAt\":\"2026-11-22T09:30:00Z\" | \"changedAt\":\"1795339800\"",
                "\"changedAt\":\"2026-11-22T09:30:00Z\" | \"changedAt\":\"2026-11-22\"",
                "\"changedAt\":\"2026-11-22T09:30:00Z\" | \"changedAt\":\"\"",
                "\"accountId\":\"0b8a2c1e-8f5d-4f53-9a51-2d6f0c5f6a10\" | \"accountId\":\"C4osHo9dT1OaUS1vDF9qEA==\"",
                "\"accountId\":\"0b8a2c1e-8f5d-4f53-9a51-2d6f0c5f6a10\" | \"accountId\":\"mine\"",
                "\"accountId\":\"0b8a2c1e-8f5d-4f53-9a51-2d6f0c5f6a10\" | \"accountId\":\"\"",
                "\"accountId\":\"0b8a2c1e-8f5d-4f53-9a51-2d6f0c5f6a10\" | \"accountId\":7",
                // an array or object for a scalar
                "\"version\":3 | \"version\":[3]",
                "\"cause\":\"RESET\" | \"cause\":[\"RESET\"]",
                "\"cause\":\"RESET\" | \"cause\":{\"name\":\"RESET\"}",
                "\"mustChange\":false | \"mustChange\":{}",
                // nothing where something must be
                "\"version\":3, | ''",
                "\"mustChange\":false, | ''",
                "\"cause\":\"RESET\", | ''",
                "\"version\":3 | \"version\":null",
                "\"mustChange\":false | \"mustChange\":null",
                "\"cause\":\"RESET\" | \"cause\":null",
                // after the end
                "\"sessionsInvalidBefore\":\"2026-11-22T09:30:00Z\"} | \"sessionsInvalidBefore\":\"2026-11-22T09:30:00Z\"} {}",
                "\"sessionsInvalidBefore\":\"2026-11-22T09:30:00Z\"} | \"sessionsInvalidBefore\":\"2026-11-22T09:30:00Z\"}]",
            })
    void whatIsNotExactlyTheTypeIsRefused(String good, String bad) {
        assertThat(VALUE).contains(good);
        refuses(headers(MessageCodec.headers(CHANGED)), bytes(VALUE.replace(good, bad)), Refusal.MALFORMED);
    }

    @Test
    void deepNestingIsRefusedEvenWhereItWouldBeIgnored() {
        String deep = "\"other\":" + "[".repeat(1000) + "]".repeat(1000) + ",\"version\":3";
        refuses(headers(MessageCodec.headers(CHANGED)), bytes(VALUE.replace("\"version\":3", deep)), Refusal.MALFORMED);
    }

    @Test
    void tooManyElementsAreRefused() {
        Envelope<Message> offered = sample(MessageType.METHODS_OFFERED_REPLY);
        String value = text(MessageCodec.value(offered));
        String many = "\"EMAIL\",".repeat(101) + "\"EMAIL\"";
        assertThat(value).contains("\"EMAIL\"");
        refuses(headers(MessageCodec.headers(offered)), bytes(value.replace("\"EMAIL\"", many)), Refusal.MALFORMED);
        refuses(headers(MessageCodec.headers(offered)), bytes(value.replace("\"EMAIL\"", "null")), Refusal.MALFORMED);
        refuses(
                headers(MessageCodec.headers(offered)),
                bytes(value.replaceFirst("\\[[^]]*]", "\"EMAIL\"")),
                Refusal.MALFORMED);
    }

    @Test
    void aTextLongerOrShorterThanItMayBeIsRefused() {
        Envelope<Message> request = sample(MessageType.REQUEST_RESET);
        String hash = ((RequestReset) request.message()).flowHash();
        String value = text(MessageCodec.value(request));
        for (String other : new String[] {hash + "A", hash.substring(1), ""})
            refuses(headers(MessageCodec.headers(request)), bytes(value.replace(hash, other)), Refusal.MALFORMED);
    }

    @Test
    void theLengthOfATextIsCountedInCodePoints() throws Undecodable {
        Envelope<Message> identity = sample(MessageType.IDENTITY);
        String faces = "\uD83D\uDE00".repeat(256);
        String value = text(MessageCodec.value(identity)).replace("E-10423", faces);
        assertThat(MessageCodec.decode(headers(MessageCodec.headers(identity)), bytes(value))
                        .message())
                .isEqualTo(new Identity(((Identity) identity.message()).accountId(), faces));
        refuses(
                headers(MessageCodec.headers(identity)),
                bytes(value.replace(faces, faces + "\uD83D\uDE00")),
                Refusal.MALFORMED);
    }

    @Test
    void whatIsNoSealIsRefused() {
        Envelope<Message> request = sample(MessageType.SIGN_IN);
        for (String seal : new String[] {"\"\"", "\"a.b.c\"", "\"my password\"", "7", "{}", "[\"a.b.c.d.e\"]", "null"})
            refuses(headers(MessageCodec.headers(request)), bytes("{\"sealed\":" + seal + "}"), Refusal.MALFORMED);
    }

    @Test
    void aRefusalNeverRepeatsWhatWasThere() {
        String secret = "correct horse battery staple";
        Map<String, String> headers = MessageCodec.headers(CHANGED);
        assertThatThrownBy(() -> MessageCodec.decode(headers(headers), bytes("{\"" + secret + "\":")))
                .message()
                .doesNotContain("horse");
        assertThatThrownBy(() -> decodeValue(VALUE.replace("RESET", secret)))
                .hasNoCause()
                .message()
                .doesNotContain("horse");
        headers.put("ce_id", secret);
        assertThatThrownBy(() -> MessageCodec.decode(headers(headers), bytes(VALUE)))
                .message()
                .doesNotContain("horse");
    }

    @Test
    void idAndTypeOfABrokenRecordAreStillFound() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_id", CHANGED.id().toString());
        headers.put("ce_type", "sspr.request.sign-in.v1");
        assertThat(MessageCodec.id(headers(headers))).isEqualTo(CHANGED.id());
        assertThat(MessageCodec.type(headers(headers))).isEqualTo(MessageType.SIGN_IN);
        assertThat(MessageCodec.id(headers(Map.of("ce_id", "mine")))).isNull();
        assertThat(MessageCodec.type(headers(Map.of("ce_type", "mine")))).isNull();
        assertThat(MessageCodec.id(headers(Map.of()))).isNull();
        assertThat(MessageCodec.type(headers(Map.of()))).isNull();
    }

    private static Envelope<Message> decodeValue(String value) throws Undecodable {
        return MessageCodec.decode(headers(MessageCodec.headers(CHANGED)), bytes(value));
    }

    private static void refuses(Headers headers, byte @Nullable [] value, Refusal reason) {
        assertThatThrownBy(() -> MessageCodec.decode(headers, value))
                .asInstanceOf(type(Undecodable.class))
                .extracting(Undecodable::reason)
                .isEqualTo(reason);
    }

    private static Envelope<Message> sample(MessageType type) {
        try {
            var sample = Samples.of(type, true);
            Headers headers = new RecordHeaders();
            sample.get("headers").forEachEntry((name, text) -> headers.add(name, bytes(text.stringValue())));
            return MessageCodec.decode(headers, bytes(sample.get("value").toString()));
        } catch (Undecodable e) {
            throw new AssertionError(e);
        }
    }

    private static Headers headers(Map<String, String> texts) {
        Headers headers = new RecordHeaders();
        texts.forEach((name, text) -> headers.add(name, bytes(text)));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
