package io.sspr.messaging.intake;

import io.sspr.contract.Envelope;
import io.sspr.messaging.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a consequence inherits from its cause.
 *
 * @param correlationId the client's request that all comes from
 * @param causationId the message it is a direct consequence of
 * @param traceparent of that message
 */
public record Trail(
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent) {

    /** Of what no message caused. */
    public static final Trail NONE = new Trail(null, null, null);

    /** Of what is done later. */
    public static Trail of(Origin origin) {
        return new Trail(origin.correlationId(), origin.causationId(), origin.traceparent());
    }

    static Trail of(RequestHead request, @Nullable String traceparent) {
        return new Trail(request.id(), request.id(), traceparent);
    }

    static Trail of(Envelope<?> message) {
        return new Trail(message.correlationId(), message.id(), message.traceparent());
    }
}
