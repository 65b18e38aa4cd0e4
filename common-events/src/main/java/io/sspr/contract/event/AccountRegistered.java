package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** An account became known, or what is known of it changed. */
@About("An account became known, or what is known of it changed.")
public record AccountRegistered(UUID accountId, boolean created) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
