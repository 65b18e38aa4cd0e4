package io.sspr.messaging.outbox;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours on its way to the outbox.
 *
 * @param value its JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Told(String topic, String key, Envelope<? extends Message> envelope, byte[] value) {

    /** With the JSON of that envelope's message. */
    public static Told of(String topic, String key, Envelope<? extends Message> envelope) {
        return new Told(topic, key, envelope, MessageCodec.value(envelope));
    }

    /** What its sequence is counted by; events only. */
    @Nullable
    UUID countedBy() {
        return envelope.message() instanceof Event event ? event.subject() : null;
    }

    Told numbered(long sequence) {
        return new Told(topic, key, numbered(envelope, sequence), value);
    }

    /** As a record. */
    public OutboxRow row() {
        Headers headers = new RecordHeaders();
        MessageCodec.headers(envelope)
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new OutboxRow(topic, key.getBytes(StandardCharsets.UTF_8), headers, value);
    }

    private static <M extends Message> Envelope<M> numbered(Envelope<M> plain, long sequence) {
        return new Envelope<>(
                plain.id(),
                plain.source(),
                plain.time(),
                plain.subject(),
                plain.resetId(),
                sequence,
                plain.correlationId(),
                plain.causationId(),
                plain.traceparent(),
                plain.message());
    }
}
