package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import java.util.UUID;

/** A notice was accepted by the next mail server. */
@About("A notice was accepted by the next mail server.")
public record NoticeDelivered(
        UUID deliveryId, UUID accountId, @Length(max = 64) String about) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
