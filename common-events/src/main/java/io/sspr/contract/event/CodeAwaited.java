package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verification began whose code the person's own device makes. */
@About("A verification began whose code the person's own device makes.")
public record CodeAwaited(
        UUID verificationId,

        @About("absent when nobody is known by that login") @Nullable
        UUID accountId,

        @Nullable UUID resetId,
        MethodKind kind,
        Purpose purpose,
        Instant expiresAt)
        implements Event {

    @Override
    public UUID subject() {
        return accountId == null ? verificationId : accountId;
    }
}
