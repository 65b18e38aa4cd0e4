package io.sspr.messaging.intake;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.request.Request;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.secret.Secret;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.wire.RawRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges a record, outside any transaction; safe for many threads. */
public final class Intake {

    private final Service service;
    private final HandlerTable handlers;
    private final Grants grants;
    private final SignedInPerson persons;
    private final SealedContent seals;
    private final Clock clock;

    /** For one service. */
    public Intake(
            Service service,
            HandlerTable handlers,
            Grants grants,
            SignedInPerson persons,
            SealedContent seals,
            Clock clock) {
        this.service = service;
        this.handlers = handlers;
        this.grants = grants;
        this.persons = persons;
        this.seals = seals;
        this.clock = clock;
    }

    /** What is to be done about it; whatever the handler's preparation throws becomes {@link Verdict.Fail}. */
    public Judged judge(RawRecord record) {
        String client = Topics.clientOf(record.topic(), service).orElse(null);
        return client == null ? told(record) : asked(record, client);
    }

    private Judged asked(RawRecord record, String client) {
        UUID id = MessageCodec.id(record.headers());
        MessageType type = MessageCodec.type(record.headers());
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            UUID flow = envelope.message() instanceof Request request ? request.flow() : null;
            RequestHead head = head(record, client, envelope.id(), envelope.type(), flow);
            return new Judged(record, head, Trail.of(head, envelope.traceparent()), request(record, head, envelope));
        } catch (Undecodable e) {
            RequestHead head = id == null ? null : head(record, client, id, type, null);
            Trail trail = head == null ? Trail.NONE : Trail.of(head, null);
            return new Judged(record, head, trail, new Verdict.Bury(e.reason()));
        }
    }

    private Verdict request(RawRecord record, RequestHead head, Envelope<Message> envelope) {
        MessageType type = envelope.type();
        try {
            grants.check(head.client(), type);
            Instant now = clock.instant();
            if (head.isTooLate(now)) return new Verdict.Expire();
            boolean told = type.needsAssertion()
                    || (type.takesAssertion() && record.headers().lastHeader("assertion") != null);
            Assertion person = told ? persons.of(record, head, type, now) : null;
            if (person != null && type.needs() == MessageType.Needs.ADMINISTRATOR && !person.hasTwoFactors())
                throw new Refused(Refusal.TWO_FACTORS_NEEDED);
            return prepared(record, head.client(), person, envelope);
        } catch (Refused e) {
            return e.verdict();
        } catch (RuntimeException e) {
            return new Verdict.Fail(e);
        }
    }

    private Judged told(RawRecord record) {
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            Trail trail = Trail.of(envelope);
            if (!belongs(envelope.type(), record.topic()))
                return new Judged(record, null, trail, new Verdict.Bury(Refusal.MALFORMED));
            return new Judged(record, null, trail, message(record, envelope));
        } catch (Undecodable e) {
            // A newer service may tell what this one does not know yet; only what asks for a deed must not be lost.
            boolean deed = Topics.isInternal(record.topic());
            boolean unknown = e.reason() == Refusal.UNKNOWN_TYPE && !deed;
            return new Judged(record, null, Trail.NONE, unknown ? new Verdict.Ignore() : new Verdict.Bury(e.reason()));
        }
    }

    private Verdict message(RawRecord record, Envelope<Message> envelope) {
        try {
            return prepared(record, null, null, envelope);
        } catch (Refused e) {
            return new Verdict.Bury(e.reason());
        } catch (RuntimeException e) {
            return new Verdict.Fail(e);
        }
    }

    private Verdict prepared(
            RawRecord record, @Nullable String client, @Nullable Assertion person, Envelope<Message> envelope)
            throws Refused {
        Handler<?, ?> handler = handlers.of(envelope.type());
        if (handler == null) return new Verdict.Ignore();
        Secret secret;
        try {
            secret = handler.opensSeals() ? seals.of(envelope) : null;
        } catch (CannotOpen e) {
            throw new Refused(SealedContent.refusal(e.reason()));
        } catch (Undecodable e) {
            throw new Refused(e.reason());
        }
        return prepared(handler, new Received<>(envelope, record.appendedAt(), client, person, secret));
    }

    @SuppressWarnings("unchecked") // the table has handlers by the type they handle
    private static <M extends Message, F> Verdict prepared(Handler<?, ?> any, Received<?> message) throws Refused {
        Handler<M, F> handler = (Handler<M, F>) any;
        Received<M> received = (Received<M>) message;
        Prepared<F> prepared = handler.prepare(received);
        if (prepared instanceof Prepared.Refuse<F> refuse) throw new Refused(refuse.reason(), refuse.retryAt());
        F facts = ((Prepared.Facts<F>) prepared).value();
        return new Verdict.Handle<>(handler, received, facts, handler.locks(received, facts));
    }

    /** A topic guarded for one writer must not carry what only another may say. */
    private boolean belongs(MessageType type, String topic) {
        if (type == MessageType.REQUESTS_REFUSED) return topic.endsWith(".events");
        return type.topic().map(topic::equals).orElse(false);
    }

    private static RequestHead head(
            RawRecord record, String client, UUID id, @Nullable MessageType type, @Nullable UUID flow) {
        Instant usefulUntil = type == null || !type.isRequest()
                ? null
                : type.usefulFor().map(record.appendedAt()::plus).orElse(null);
        return new RequestHead(client, id, type, flow, usefulUntil, Digest.of(type, record.value()));
    }
}
