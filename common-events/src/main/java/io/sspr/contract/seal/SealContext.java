package io.sspr.contract.seal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a seal is bound to, so that it is worthless anywhere else (JOSE-03): the service it is for, the wire name and id
 * of the message that carries it, and the flow, if any.
 */
public record SealContext(
        String audience,
        String type,
        UUID messageId,
        @Nullable UUID flow) {}
