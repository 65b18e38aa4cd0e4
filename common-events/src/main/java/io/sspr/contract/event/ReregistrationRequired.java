package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** An administrator required a person to register anew. */
@About("An administrator required a person to register anew.")
public record ReregistrationRequired(
        UUID accountId,
        @About("account of the administrator") UUID administratorId) implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
