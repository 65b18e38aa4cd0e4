package io.sspr.registration.rig;

import io.sspr.contract.Message;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.state.State;
import io.sspr.messaging.Work;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what is told instead of sending it. */
final class RecordingWork implements Work {

    final Outcome outcome = new Outcome();
    private final Instant now;

    RecordingWork(Instant now) {
        this.now = now;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public UUID newId() {
        return UUID.randomUUID();
    }

    @Override
    public void publish(Event event) {
        tell(null, event);
    }

    @Override
    public void publish(UUID id, State state) {
        tell(id, state);
    }

    @Override
    public void send(UUID id, Internal message) {
        tell(id, message);
    }

    @Override
    public void reply(Reply reply) {
        tell(null, reply);
    }

    @Override
    public void replyTo(String client, UUID request, Reply reply) {
        tell(request, reply);
    }

    @Override
    public void refuse(Refusal reason, @Nullable Instant retryAt) {
        tell(null, new RequestRefused(null, reason, retryAt));
    }

    @Override
    public void park(String awaited, Refusal otherwise) {
        outcome.parkedFor = awaited;
    }

    @Override
    public void arrived(String awaited) {
        outcome.arrived.add(awaited);
    }

    @Override
    public void afterCommit(Runnable hint) {
        // Nothing of this service gives hints.
    }

    private void tell(@Nullable UUID id, Message message) {
        outcome.told.add(new Outcome.Told(id, message));
    }
}
