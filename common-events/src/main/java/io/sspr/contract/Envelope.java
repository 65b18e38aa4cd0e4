package io.sspr.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message with its CloudEvents 1.0 context attributes.
 *
 * @param id {@code ce_id}; of a request made by the client and answered under it
 * @param source {@code ce_source}: the principal that wrote it
 * @param time {@code ce_time}: when it happened, by the writer's clock
 * @param subject {@code ce_subject}: the account, reset or verification; absent on requests
 * @param resetId {@code ce_resetid}: the reset it belongs to
 * @param keySequence {@code ce_keysequence} of events: 1, 2, 3 ... per topic and key
 * @param correlationId {@code ce_correlationid}: the client's request that all this comes from
 * @param causationId {@code ce_causationid}: the message that this is a consequence of
 * @param traceparent W3C trace context
 * @param message the message
 */
public record Envelope<M extends Message>(
        UUID id,
        String source,
        Instant time,
        @Nullable String subject,
        @Nullable UUID resetId,
        @Nullable Long keySequence,
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        M message) {

    /** A request, as a client makes it. */
    public static <M extends Message> Envelope<M> request(UUID id, String client, Instant time, M message) {
        return new Envelope<>(id, client, time, null, null, null, null, null, null, message);
    }

    /** What it is. */
    public MessageType type() {
        return MessageType.of(message);
    }
}
