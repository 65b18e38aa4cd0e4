package io.sspr.contract.event;

import io.sspr.contract.About;
import java.util.UUID;

/** A person got recovery codes. */
@About("A person got recovery codes.")
public record RecoveryCodesIssued(
        UUID methodId,
        UUID accountId,
        @About("how many can be used now") int codesLeft,

        @About("one code in place of a used one, not a new set")
        boolean replacement)
        implements Event {
    @Override
    public UUID subject() {
        return accountId;
    }
}
