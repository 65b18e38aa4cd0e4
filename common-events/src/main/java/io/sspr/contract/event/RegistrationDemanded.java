package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.policy.RegistrationReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person was asked at sign-in to register or to look at the methods, for the first time for these reasons. */
@About("A person was asked at sign-in to register or to look at the methods, for the first time for these reasons.")
public record RegistrationDemanded(
        UUID accountId,
        List<RegistrationReason> reasons,

        @About("until when it may be skipped; absent: no deadline") @Nullable
        Instant skippableUntil)
        implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
