package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.policy.Ineligibility;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody asked to reset a password. */
@About("Somebody asked to reset a password.")
public record ResetRequested(
        UUID resetId,

        @About("absent when nobody is known by that login") @Nullable
        UUID accountId,

        @Length(max = 64) String client,
        int gates,
        Instant expiresAt,

        @About("why it can come to nothing: told to the person, not to who asked; absent if it can come to something")
        @Nullable
        Ineligibility ineligible)
        implements Event {

    /** One that can come to something. */
    public ResetRequested(UUID resetId, @Nullable UUID accountId, String client, int gates, Instant expiresAt) {
        this(resetId, accountId, client, gates, expiresAt, null);
    }

    @Override
    public UUID subject() {
        return accountId == null ? resetId : accountId;
    }
}
