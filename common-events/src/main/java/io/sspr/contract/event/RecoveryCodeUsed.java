package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recovery code was used up. */
@About("A recovery code was used up.")
public record RecoveryCodeUsed(
        UUID methodId,
        UUID accountId,
        UUID verificationId,
        @Nullable UUID resetId,
        @About("how many can still be used") int codesLeft)
        implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
