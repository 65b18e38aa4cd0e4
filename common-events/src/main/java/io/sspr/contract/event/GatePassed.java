package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** A gate of a reset is passed. */
@About("A gate of a reset is passed.")
public record GatePassed(UUID resetId, UUID accountId, UUID verificationId, UUID methodId, MethodKind kind, int gate)
        implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
