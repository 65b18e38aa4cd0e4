package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A method is verified and counts for its account. */
@About("A method is verified and counts for its account.")
public record MethodRegistered(
        UUID methodId,
        UUID accountId,
        MethodKind kind,

        @About("until then it is quarantined and cannot serve a reset; absent if it counts at once") @Nullable
        Instant usableFrom)
        implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
