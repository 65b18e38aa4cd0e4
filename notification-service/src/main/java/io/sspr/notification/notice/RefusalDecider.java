package io.sspr.notification.notice;

import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.policy.Ineligibility;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a request that cannot come to anything: nothing to who asks, but the person whose account it is is told. */
final class RefusalDecider {

    private RefusalDecider() {}

    static Optional<Ineligibility> of(ResetRequested event) {
        return told(event.accountId(), event.ineligible());
    }

    static Optional<Ineligibility> of(UnlockRequested event) {
        return told(event.accountId(), event.ineligible());
    }

    private static Optional<Ineligibility> told(@Nullable UUID account, @Nullable Ineligibility reason) {
        return account == null ? Optional.empty() : Optional.ofNullable(reason);
    }
}
