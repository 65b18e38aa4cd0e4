package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** A person looked at their methods, and they are right. */
@About("A person looked at their methods, and they are right.")
public record MethodsConfirmed(UUID accountId) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
