package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** A code was accepted by the next mail server; that is not yet delivery. */
@About("A code was accepted by the next mail server; that is not yet delivery.")
public record CodeDelivered(UUID deliveryId, UUID verificationId, UUID accountId, MethodKind kind) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
