package io.sspr.messaging;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.state.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of a transaction. All of it goes to the outbox in the same transaction and from there to Kafka,
 * each once and in this order per key; if the transaction fails, none of it was ever said.
 */
public interface Work {

    /** Now, the same for the whole batch. */
    Instant now();

    /** A new id for a message whose seal is bound to it. */
    UUID newId();

    /** Tells everybody what happened. */
    void publish(Event event);

    /** Tells the new fact of a key. */
    void publish(UUID id, State state);

    /** Tells another service. */
    void send(UUID id, Internal message);

    /** Answers the request being handled. */
    void reply(Reply reply);

    /** Answers another request: the one that the correlation id of the message being handled names. */
    void replyTo(String client, UUID request, Reply reply);

    /** Refuses the request being handled; counted, and answered with RequestRefused. */
    void refuse(Refusal reason, @Nullable Instant retryAt);

    /**
     * Puts the request being handled aside until {@link #arrived} is called with that name or some seconds have passed;
     * then it is handled again, or refused with that reason.
     */
    void park(String awaited, Refusal otherwise);

    /** What parked requests may be waiting for is here. */
    void arrived(String awaited);

    /** Runs after the commit, on this thread; not at all if the process dies: a hint, never a promise. */
    void afterCommit(Runnable hint);
}
