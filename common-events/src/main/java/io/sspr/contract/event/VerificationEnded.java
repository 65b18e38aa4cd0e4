package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verification ended without success. */
@About("A verification ended without success.")
public record VerificationEnded(
        UUID verificationId,

        @About("absent when nobody is known by that login") @Nullable
        UUID accountId,

        @Nullable UUID resetId,
        Refusal reason)
        implements Event {

    @Override
    public UUID subject() {
        return accountId == null ? verificationId : accountId;
    }
}
