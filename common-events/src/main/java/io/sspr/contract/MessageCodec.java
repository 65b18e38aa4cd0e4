package io.sspr.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: context attributes as headers {@code ce_...}, the value is JSON. */
public final class MessageCodec {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** W3C Trace Context, version 00. */
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /** Media types are compared without case (RFC 9110 section 8.3.1). */
    private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/json *(;.*)?");

    private static final Pattern SEQUENCE = Pattern.compile("[1-9][0-9]{0,17}");
    /** Visible ASCII: strangers write these, operators read them. */
    private static final Pattern NAME = Pattern.compile("[!-~]{1,256}");

    private MessageCodec() {}

    /** The headers of a message, in a fixed order. */
    public static Map<String, String> headers(Envelope<?> envelope) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", envelope.id().toString());
        headers.put("ce_source", envelope.source());
        headers.put("ce_type", envelope.type().wireName());
        headers.put("ce_time", envelope.time().toString());
        headers.put("content-type", "application/json");
        put(headers, "ce_subject", envelope.subject());
        put(headers, "ce_resetid", envelope.resetId());
        put(headers, "ce_keysequence", envelope.keySequence());
        put(headers, "ce_correlationid", envelope.correlationId());
        put(headers, "ce_causationid", envelope.causationId());
        put(headers, "traceparent", envelope.traceparent());
        return headers;
    }

    /** The value of a message. */
    public static byte[] value(Envelope<?> envelope) {
        return ContractJson.write(envelope.message());
    }

    /** The id of a record, if it has a well-formed one, whatever else is wrong with it. */
    public static @Nullable UUID id(Iterable<Header> headers) {
        String text = texts(headers).get("ce_id");
        return text != null && UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /** The type of a record, if the contract has it, whatever else is wrong with it. */
    public static @Nullable MessageType type(Iterable<Header> headers) {
        String text = texts(headers).get("ce_type");
        return text == null ? null : MessageType.named(text).orElse(null);
    }

    /** Reads a record; throws what is wrong with it. */
    public static Envelope<Message> decode(Iterable<Header> headers, byte @Nullable [] value) throws Undecodable {
        Map<String, String> texts = texts(headers);
        checkOnce(headers);
        if (!"1.0".equals(texts.get("ce_specversion")))
            throw new Undecodable(Refusal.MALFORMED, "no CloudEvents 1.0 headers");
        MessageType type = MessageType.named(required(texts, "ce_type", NAME))
                .orElseThrow(() -> new Undecodable(Refusal.UNKNOWN_TYPE, "ce_type is not in the contract"));
        UUID id = uuid(texts, "ce_id");
        if (id == null) throw new Undecodable(Refusal.INVALID_ID, "ce_id is missing");
        required(texts, "content-type", JSON_TYPE);
        if (value == null) throw new Undecodable(Refusal.MALFORMED, "there is no value");
        return new Envelope<>(
                id,
                required(texts, "ce_source", NAME),
                time(required(texts, "ce_time", NAME)),
                optional(texts, "ce_subject", NAME),
                uuid(texts, "ce_resetid"),
                number(optional(texts, "ce_keysequence", SEQUENCE)),
                uuid(texts, "ce_correlationid"),
                uuid(texts, "ce_causationid"),
                optional(texts, "traceparent", TRACEPARENT),
                ContractJson.read(value, type.type()));
    }

    private static Map<String, String> texts(Iterable<Header> headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : headers)
            if (header.value() != null) texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        return texts;
    }

    /** Of an attribute that stands twice one reader would take the first and another the last. */
    private static void checkOnce(Iterable<Header> headers) throws Undecodable {
        Set<String> seen = new HashSet<>();
        for (Header header : headers)
            if (header.key().startsWith("ce_") && !seen.add(header.key()))
                throw new Undecodable(Refusal.MALFORMED, "an attribute stands twice");
    }

    private static void put(Map<String, String> headers, String name, @Nullable Object value) {
        if (value != null) headers.put(name, value.toString());
    }

    private static String required(Map<String, String> texts, String name, Pattern form) throws Undecodable {
        String text = optional(texts, name, form);
        if (text == null) throw new Undecodable(Refusal.MALFORMED, name + " is missing");
        return text;
    }

    private static @Nullable String optional(Map<String, String> texts, String name, Pattern form) throws Undecodable {
        String text = texts.get(name);
        if (text != null && !form.matcher(text).matches())
            throw new Undecodable(Refusal.MALFORMED, name + " is not well-formed");
        return text;
    }

    private static @Nullable UUID uuid(Map<String, String> texts, String name) throws Undecodable {
        String text = texts.get(name);
        if (text == null) return null;
        if (!UUID_TEXT.matcher(text).matches()) throw new Undecodable(Refusal.INVALID_ID, name + " is no UUID");
        return UUID.fromString(text);
    }

    private static Instant time(String text) throws Undecodable {
        Instant time = StrictTexts.time(text);
        if (time == null) throw new Undecodable(Refusal.MALFORMED, "ce_time is no RFC 3339 time");
        return time;
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }
}
