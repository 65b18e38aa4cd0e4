package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message could not be sent. */
@About("A message could not be sent.")
public record DeliveryFailed(
        UUID deliveryId,
        UUID accountId,
        @Nullable UUID verificationId,
        @Length(max = 64) String about,
        Refusal reason) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
