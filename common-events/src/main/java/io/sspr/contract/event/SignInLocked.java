package io.sspr.contract.event;

import io.sspr.contract.About;
import java.time.Instant;
import java.util.UUID;

/** Sign-in to an account is locked for a while. */
@About("Sign-in to an account is locked for a while.")
public record SignInLocked(UUID accountId, Instant until) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
