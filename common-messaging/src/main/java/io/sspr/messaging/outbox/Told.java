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

/** A message of ours on its way to the outbox. */
public record Told(String topic, String key, Envelope<? extends Message> envelope) {

    /** What its sequence is counted by; events only. */
    @Nullable
    UUID countedBy() {
        return envelope.message() instanceof Event event ? event.subject() : null;
    }

    Told numbered(long sequence) {
        return new Told(topic, key, numbered(envelope, sequence));
    }

    /** As a record. */
    public OutboxRow row() {
        Headers headers = new RecordHeaders();
        MessageCodec.headers(envelope)
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new OutboxRow(topic, key.getBytes(StandardCharsets.UTF_8), headers, MessageCodec.value(envelope));
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
