package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** All gates of a reset are passed. */
@About("All gates of a reset are passed.")
public record ResetAuthorized(UUID resetId, UUID accountId) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
