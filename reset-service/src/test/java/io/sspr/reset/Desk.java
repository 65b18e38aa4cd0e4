package io.sspr.reset;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.Request;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.state.State;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands messages to the handlers of the running service directly, in transactions like those of the messaging. */
final class Desk implements Work {

    final List<Message> told = new ArrayList<>();
    final List<String> arrived = new ArrayList<>();

    @Nullable
    Refusal refused;

    @Nullable
    String parked;

    @Nullable
    Refusal otherwise;

    /** Handles a request of the portal in a transaction of its own; prepares it again as often as it takes. */
    static Desk handle(Request request, Secret secret) {
        Received<Request> received = received(request, secret);
        for (int tries = 0; tries < 100; tries++) {
            Optional<Desk> desk = once(received);
            if (desk.isPresent()) return desk.get();
        }
        throw new AssertionError("the facts are never right");
    }

    /** Empty if what was prepared had changed by then. */
    private static Optional<Desk> once(Received<Request> received) {
        try {
            return Optional.of(inTransaction(received, prepare(received)));
        } catch (StaleFacts e) {
            return Optional.empty();
        }
    }

    static Received<Request> received(Request request, Secret secret) {
        Instant now = RunningReset.CLOCK.instant();
        Envelope<Request> envelope = Envelope.request(UUID.randomUUID(), "portal", now, request);
        return new Received<>(envelope, now, "portal", null, secret);
    }

    static Object prepare(Received<Request> received) {
        return ((Prepared.Facts<?>) handler(received.message()).prepare(received)).value();
    }

    static Desk inTransaction(Received<Request> received, Object facts) {
        Desk desk = new Desk();
        transactions().executeWithoutResult(status -> desk.handleHere(received, facts));
        return desk;
    }

    /** In the transaction of the caller. */
    void handleHere(Received<Request> received, Object facts) {
        Handler<Request, Object> handler = handler(received.message());
        for (String lock : handler.locks(received, facts).stream().sorted().toList())
            RunningReset.jdbc().query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, lock);
        handler.handle(received, facts, this);
    }

    static TransactionTemplate transactions() {
        return new TransactionTemplate(RunningReset.bean(PlatformTransactionManager.class));
    }

    @SuppressWarnings("unchecked") // it is asked for by the type that it handles
    private static Handler<Request, Object> handler(Message message) {
        for (Handler<?, ?> handler : RunningReset.beans(Handler.class))
            if (handler.handles() == message.getClass()) return (Handler<Request, Object>) handler;
        throw new AssertionError("no handler");
    }

    @Override
    public Instant now() {
        return RunningReset.CLOCK.instant();
    }

    @Override
    public UUID newId() {
        return UUID.randomUUID();
    }

    @Override
    public void publish(Event event) {
        told.add(event);
    }

    @Override
    public void publish(UUID id, State state) {
        told.add(state);
    }

    @Override
    public void send(UUID id, Internal message) {
        told.add(message);
    }

    @Override
    public void reply(Reply reply) {
        told.add(reply);
    }

    @Override
    public void replyTo(String client, UUID request, Reply reply) {
        told.add(reply);
    }

    @Override
    public void refuse(Refusal reason, @Nullable Instant retryAt) {
        refused = reason;
    }

    @Override
    public void park(String awaited, Refusal otherwise) {
        parked = awaited;
        this.otherwise = otherwise;
    }

    @Override
    public void arrived(String awaited) {
        arrived.add(awaited);
    }

    @Override
    public void afterCommit(Runnable hint) {
        throw new AssertionError("nothing here hints");
    }
}
