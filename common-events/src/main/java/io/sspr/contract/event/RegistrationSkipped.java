package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** A person put off what they were asked to register. */
@About("A person put off what they were asked to register.")
public record RegistrationSkipped(
        UUID accountId, @About("how often so far") int count) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
