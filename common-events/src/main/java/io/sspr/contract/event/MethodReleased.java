package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** The quarantine of a method is over: it can serve a reset. */
@About("The quarantine of a method is over: it can serve a reset.")
public record MethodReleased(UUID methodId, UUID accountId, MethodKind kind) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
