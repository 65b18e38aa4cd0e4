package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** An administrator lifted what held an account back. */
@About("An administrator lifted what held an account back.")
public record AccountUnblocked(
        UUID accountId,
        @About("account of the administrator") UUID administratorId) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
