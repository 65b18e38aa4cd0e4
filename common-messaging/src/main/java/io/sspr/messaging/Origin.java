package io.sspr.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What caused a work that is done later by a timer, to be stored with it.
 *
 * @param correlationId the client's request that all comes from
 * @param causationId the message it is a direct consequence of
 * @param traceparent of that message, W3C trace context
 */
public record Origin(
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent) {

    /** Of what no message caused. */
    public static final Origin NONE = new Origin(null, null, null);

    /** Of what the message causes; all that a client's request causes is correlated by the id of the request. */
    public static Origin of(Received<?> message) {
        return new Origin(
                message.client() == null ? message.envelope().correlationId() : message.id(),
                message.id(),
                message.envelope().traceparent());
    }
}
