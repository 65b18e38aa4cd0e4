package io.sspr.notification.notice;

import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.ReregistrationRequired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The table of the events that notices are sent of; each has a handler of its own. Where a notice says from where, it is
 * asked for by DeliverNotice or DeliverMethodNotice instead, for an event cannot say it.
 */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    private final Notices notices;
    private final Administrators administrators;

    NoticeConfiguration(Notices notices, Administrators administrators) {
        this.notices = notices;
        this.administrators = administrators;
    }

    private <E extends Event> NoticeHandler<E> on(Class<E> type, BiFunction<E, Instant, Optional<News>> decider) {
        return new NoticeHandler<>(type, decider, notices, administrators);
    }

    @Bean
    NoticeHandler<AdministratorResetStarted> onAdministratorResetStarted() {
        return on(AdministratorResetStarted.class, NewsDecider::of);
    }

    @Bean
    NoticeHandler<MethodRemoved> onMethodRemoved() {
        return on(MethodRemoved.class, NewsDecider::of);
    }

    @Bean
    NoticeHandler<ReregistrationRequired> onReregistrationRequired() {
        return on(ReregistrationRequired.class, NewsDecider::of);
    }

    @Bean
    RefusedResetHandler<ResetRequested> onResetRequested(RefusedResets refusedResets) {
        return new RefusedResetHandler<>(ResetRequested.class, RefusalDecider::of, refusedResets);
    }

    @Bean
    RefusedResetHandler<UnlockRequested> onUnlockRequested(RefusedResets refusedResets) {
        return new RefusedResetHandler<>(UnlockRequested.class, RefusalDecider::of, refusedResets);
    }

    @Bean
    NoticeHandler<AdministratorContacted> onAdministratorContacted() {
        return on(AdministratorContacted.class, (event, at) -> NewsDecider.of(event));
    }
}
