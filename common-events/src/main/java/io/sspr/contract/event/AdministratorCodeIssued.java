package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A one-time code was made that an administrator had asked for. */
@About("A one-time code was made that an administrator had asked for.")
public record AdministratorCodeIssued(
        UUID accountId,
        @About("account of the administrator") UUID administratorId,

        @About("how it is sent; absent if there is no verified address to send it to") @Nullable
        MethodKind sentBy,

        Instant expiresAt)
        implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
