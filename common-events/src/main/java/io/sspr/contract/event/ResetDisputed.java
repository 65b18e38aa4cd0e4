package io.sspr.contract.event;

import io.sspr.contract.About;
import java.time.Instant;
import java.util.UUID;

/** A person says that a reset, a change or a new method was not theirs: resets are frozen, older sessions are void. */
@About(
        "A person says that a reset, a change or a new method was not theirs: resets are frozen, older sessions are void.")
public record ResetDisputed(
        UUID accountId,
        @About("sessions that began earlier are void") Instant sessionsInvalidBefore) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
