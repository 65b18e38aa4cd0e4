package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** A method is verified and counts for its account. */
@About("A method is verified and counts for its account.")
public record MethodRegistered(UUID methodId, UUID accountId, MethodKind kind) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
