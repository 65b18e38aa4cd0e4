package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** A person asked an administrator for help. */
@About("A person asked an administrator for help.")
public record AdministratorContacted(
        UUID resetId,
        UUID accountId,
        @About("methods proven by then") int gatesPassed) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
