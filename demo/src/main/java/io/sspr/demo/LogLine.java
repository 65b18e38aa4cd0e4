package io.sspr.demo;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.Undecodable;
import io.sspr.contract.seal.Sealed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** One record as one line that may be shown to anybody: ids, kinds, numbers and times, never a text of somebody's. */
final class LogLine {

    private static final int SHORT = 8;

    private LogLine() {}

    static String of(ConsumerRecord<byte[], byte[]> record) {
        MessageType type = MessageCodec.type(record.headers());
        return String.format(
                        Locale.ROOT,
                        "%-36s %-8s %-36s %-8s %4s  %s",
                        record.topic(),
                        shortened(record.key()),
                        type == null ? "?" : type.wireName(),
                        shortened(header(record, "ce_subject")),
                        sequence(header(record, "ce_keysequence")),
                        content(record))
                .stripTrailing();
    }

    private static String content(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) return "removed";
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            List<String> parts = new ArrayList<>();
            for (RecordComponent component : envelope.message().getClass().getRecordComponents()) {
                Object value = get(component, envelope.message());
                if (value != null) parts.add(component.getName() + "=" + shown(value));
            }
            return String.join(" ", parts);
        } catch (Undecodable e) {
            return "not a message of the contract: " + e.reason();
        }
    }

    private static String shown(Object value) {
        if (value instanceof Sealed sealed) return "sealed(" + sealed.jwe().length() + " bytes)";
        if (value instanceof UUID id) return id.toString().substring(0, SHORT);
        if (value instanceof Instant time)
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        if (value instanceof List<?> list)
            return list.stream().map(LogLine::shown).toList().toString();
        if (value instanceof Enum<?> || value instanceof Number || value instanceof Boolean) return value.toString();
        if (value instanceof String text) return "text(" + text.length() + ")";
        return "...";
    }

    /** What a client wrote there can be anything, and terminals obey control characters. */
    private static String shortened(byte @Nullable [] bytes) {
        if (bytes == null) return "-";
        String text = new String(bytes, StandardCharsets.US_ASCII).replaceAll("[^!-~]", "?");
        return text.length() <= SHORT ? text : text.substring(0, SHORT);
    }

    private static String sequence(byte @Nullable [] bytes) {
        return bytes == null ? "" : "#" + shortened(bytes);
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    private static @Nullable Object get(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record of the contract cannot be read: " + component, e);
        }
    }
}
