package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person proved a method. */
@About("A person proved a method.")
public record CodeVerified(
        UUID verificationId, UUID accountId, @Nullable UUID resetId, UUID methodId, MethodKind kind, Purpose purpose)
        implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
