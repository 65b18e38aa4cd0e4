package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.Refusal;
import java.util.UUID;

/** A sign-in of a known account failed. */
@About("A sign-in of a known account failed.")
public record SignInFailed(
        UUID accountId,
        Refusal reason,
        @About("failures in a row") int failures) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
