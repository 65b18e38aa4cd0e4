package io.sspr.contract.event;

import io.sspr.contract.About;
import java.time.Instant;
import java.util.UUID;

/** An administrator let a person reset with a one-time code. */
@About("An administrator let a person reset with a one-time code.")
public record AdministratorResetStarted(
        UUID accountId,
        @About("account of the administrator") UUID administratorId,
        Instant expiresAt) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
