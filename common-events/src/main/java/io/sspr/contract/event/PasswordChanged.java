package io.sspr.contract.event;

import io.sspr.contract.About;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The credential of an account reached this version: the event for enterprise systems. */
@About("The credential of an account reached this version: the event for enterprise systems.")
public record PasswordChanged(
        UUID accountId,
        @About("contiguous from 1") long version,
        Cause cause,
        @Nullable UUID resetId,
        boolean mustChange,
        Instant changedAt,
        @About("sessions that began earlier are void") Instant sessionsInvalidBefore,

        @About(
                "whether it could not be looked up among those known from breaches, and the policy lets that pass; absent: no")
        @Nullable
        Boolean unchecked)
        implements Event {

    /** One that was looked up wherever the policy asks for it. */
    public PasswordChanged(
            UUID accountId,
            long version,
            Cause cause,
            @Nullable UUID resetId,
            boolean mustChange,
            Instant changedAt,
            Instant sessionsInvalidBefore) {
        this(accountId, version, cause, resetId, mustChange, changedAt, sessionsInvalidBefore, null);
    }

    @Override
    public UUID subject() {
        return accountId;
    }
}
