package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** Codes of its kind go to this method. */
@About("Codes of its kind go to this method.")
public record DefaultMethodChosen(UUID methodId, UUID accountId, MethodKind kind) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
