package io.sspr.messaging.handle;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.state.State;
import io.sspr.messaging.intake.Trail;
import io.sspr.messaging.outbox.Told;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts what a service says into envelopes: topic, key and attributes. */
final class Speaker {

    private final Service service;
    private final SecureRandom random;

    Speaker(Service service, SecureRandom random) {
        this.service = service;
        this.random = random;
    }

    /** Random, RFC 9562 version 4. */
    UUID newId() {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    Told event(Event event, Trail trail, Instant now) {
        String topic = MessageType.of(event).topic().orElse(Topics.events(service));
        String subject = event.subject().toString();
        return Told.of(topic, subject, envelope(newId(), subject, event.resetId(), trail, now, event));
    }

    Told state(UUID id, State state, Trail trail, Instant now) {
        String topic = MessageType.of(state).topic().orElse(Topics.keys(service));
        return Told.of(topic, state.key(), envelope(id, state.key(), null, trail, now, state));
    }

    Told internal(UUID id, Internal message, Trail trail, Instant now) {
        String topic = MessageType.of(message)
                .topic()
                .orElseThrow(() -> new IllegalStateException("internal messages have a topic"));
        String subject = message.accountId().toString();
        return Told.of(topic, subject, envelope(id, subject, null, trail, now, message));
    }

    /** Without a subject: a client is told of its flows, never of accounts. */
    Told reply(String client, UUID request, Reply reply, Trail trail, Instant now) {
        Trail answering = new Trail(request, trail.causationId(), trail.traceparent());
        UUID key = reply.flow() == null ? request : reply.flow();
        return Told.of(
                Topics.replies(client), String.valueOf(key), envelope(newId(), null, null, answering, now, reply));
    }

    private <M extends Message> Envelope<M> envelope(
            UUID id, @Nullable String subject, @Nullable UUID resetId, Trail trail, Instant now, M message) {
        return new Envelope<>(
                id,
                service.principal(),
                now,
                subject,
                resetId,
                null,
                trail.correlationId(),
                trail.causationId(),
                TraceParent.after(trail.traceparent(), random),
                message);
    }
}
