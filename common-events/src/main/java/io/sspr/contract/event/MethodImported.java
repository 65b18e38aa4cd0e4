package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** Provisioning told of a method that nobody has proven. */
@About("Provisioning told of a method that nobody has proven.")
public record MethodImported(UUID methodId, UUID accountId, MethodKind kind) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
