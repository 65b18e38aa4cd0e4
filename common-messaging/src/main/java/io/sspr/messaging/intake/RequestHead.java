package io.sspr.messaging.intake;

import io.sspr.contract.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request, even of one that cannot be read any further: enough to answer it.
 *
 * @param client whose topic it came on
 * @param id under which it is answered
 * @param type what it asks, if the contract has it
 * @param flow the flow it belongs to, if any
 * @param usefulUntil after this it must have no effect
 * @param digest of its type and value
 */
@SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals
public record RequestHead(
        String client,
        UUID id,
        @Nullable MessageType type,
        @Nullable UUID flow,
        @Nullable Instant usefulUntil,
        byte[] digest) {

    /** Wire name of a request of the contract, else {@code unknown}. */
    public String typeName() {
        return type != null && type.isRequest() ? type.wireName() : "unknown";
    }

    /** Whether it is too late for an effect. */
    public boolean isTooLate(Instant now) {
        return usefulUntil != null && now.isAfter(usefulUntil);
    }
}
