package io.sspr.notification.notice;

import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.notification.template.Content;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a request that cannot come to anything: nothing to who asks, but the person whose account it is is told. */
final class RefusalDecider {

    private RefusalDecider() {}

    static Optional<News> of(ResetRequested event, Instant at) {
        return news(event.accountId(), event.ineligible(), at);
    }

    static Optional<News> of(UnlockRequested event, Instant at) {
        return news(event.accountId(), event.ineligible(), at);
    }

    private static Optional<News> news(@Nullable UUID account, @Nullable Ineligibility reason, Instant at) {
        if (account == null || reason == null) return Optional.empty();
        return Optional.of(News.of(account, Content.Notice.refused(reason, at)));
    }
}
