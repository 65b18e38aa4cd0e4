package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A method was chosen for the next gate of a reset. */
@About("A method was chosen for the next gate of a reset.")
public record VerificationRequested(
        UUID resetId,
        UUID verificationId,

        @About("absent when nobody is known by that login") @Nullable
        UUID accountId,

        MethodKind kind,
        @About("1 or 2") int gate)
        implements Event {

    @Override
    public UUID subject() {
        return accountId == null ? resetId : accountId;
    }
}
