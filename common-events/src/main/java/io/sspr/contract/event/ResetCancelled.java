package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reset was ended by the person. */
@About("A reset was ended by the person.")
public record ResetCancelled(
        UUID resetId,

        @About("absent when nobody is known by that login") @Nullable
        UUID accountId) implements Event {

    @Override
    public UUID subject() {
        return accountId == null ? resetId : accountId;
    }
}
