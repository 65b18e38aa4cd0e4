package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** A person signed in. */
@About("A person signed in.")
public record SignedIn(UUID accountId) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
