package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verification began or got a new code, to be sent to the person. */
@About("A verification began or got a new code, to be sent to the person.")
public record CodeIssued(
        UUID verificationId,

        @About("absent when nobody is known by that login") @Nullable
        UUID accountId,

        @Nullable UUID resetId,
        MethodKind kind,
        Purpose purpose,
        @About("1 for the first code of a verification") int round,
        Instant expiresAt)
        implements Event {

    @Override
    public UUID subject() {
        return accountId == null ? verificationId : accountId;
    }
}
