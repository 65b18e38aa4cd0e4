package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** A method is gone. */
@About("A method is gone.")
public record MethodRemoved(UUID methodId, UUID accountId, MethodKind kind, Removal cause) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
