package io.sspr.audit;

import io.sspr.contract.Envelope;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.RequestsRefused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Tells events as the services do: numbered per topic and key, each with its envelope; hands on the records. */
final class Stories {

    private final Consumer<ProducerRecord<byte[], byte[]>> to;
    private final Map<String, Long> numbers = new HashMap<>();
    private Instant now;

    Stories(Instant begin, Consumer<ProducerRecord<byte[], byte[]>> to) {
        this.now = begin;
        this.to = to;
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A record that can be spoilt before it is written. */
    static final class Draft {
        String topic;

        @Nullable
        Integer partition;

        String key;
        Instant at;
        final Map<String, String> headers = new LinkedHashMap<>();
        byte[] value;

        Draft(String topic, String key, Instant at, byte[] value) {
            this.topic = topic;
            this.key = key;
            this.at = at;
            this.value = value;
        }

        ProducerRecord<byte[], byte[]> record() {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    topic, partition, at.toEpochMilli() + 5, key.getBytes(StandardCharsets.UTF_8), value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            return record;
        }
    }

    UUID tell(Event event) {
        return tell(event, null, draft -> {});
    }

    UUID tell(Event event, @Nullable UUID cause) {
        return tell(event, cause, draft -> {});
    }

    UUID tell(Event event, @Nullable UUID cause, Consumer<Draft> spoil) {
        Draft draft = draft(event, cause);
        spoil.accept(draft);
        write(draft);
        return UUID.fromString(draft.headers.getOrDefault("ce_id", new UUID(0, 0).toString()));
    }

    void write(Draft draft) {
        to.accept(draft.record());
    }

    Draft draft(Event event, @Nullable UUID cause) {
        String topic = topic(event);
        String key = event.subject().toString();
        UUID request = UUID.randomUUID();
        Envelope<Event> envelope = new Envelope<>(
                UUID.randomUUID(),
                writer(topic).principal(),
                now,
                key,
                event.resetId(),
                numbers.merge(topic + key, 1L, Long::sum),
                request,
                cause == null ? request : cause,
                null,
                event);
        Draft draft = new Draft(topic, key, now, MessageCodec.value(envelope));
        draft.headers.putAll(MessageCodec.headers(envelope));
        now = now.plusMillis(event instanceof GatePassed ? 30 : 20);
        return draft;
    }

    private static String topic(Event event) {
        if (event instanceof RequestsRefused) return Topics.events(Service.RESET);
        return MessageType.of(event).topic().orElseThrow();
    }

    private static Service writer(String topic) {
        for (Service service : Service.values()) if (topic.equals(Topics.events(service))) return service;
        return Service.RESET;
    }
}
