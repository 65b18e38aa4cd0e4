package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reset was abandoned. */
@About("A reset was abandoned.")
public record ResetExpired(
        UUID resetId,

        @About("absent when nobody is known by that login") @Nullable
        UUID accountId,

        Refusal reason) implements Event {

    @Override
    public UUID subject() {
        return accountId == null ? resetId : accountId;
    }
}
