package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody asked to unlock an account. */
@About("Somebody asked to unlock an account.")
public record UnlockRequested(
        UUID resetId,

        @About("absent when nobody is known by that login") @Nullable
        UUID accountId,

        @Length(max = 64) String client,
        int gates,
        Instant expiresAt)
        implements Event {
    @Override
    public UUID subject() {
        return accountId == null ? resetId : accountId;
    }
}
