package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.policy.Counted;
import java.time.Instant;
import java.util.UUID;

/** There was too much of something: for a while nothing more is proven for a reset of the account. */
@About("There was too much of something: for a while nothing more is proven for a reset of the account.")
public record ResetsBlocked(
        UUID accountId, @About("of what") Counted counted, Instant until) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
