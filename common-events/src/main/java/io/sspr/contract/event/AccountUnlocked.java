package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** A person proved who they are, and may try to sign in again. */
@About("A person proved who they are, and may try to sign in again.")
public record AccountUnlocked(UUID accountId, UUID resetId) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
