package io.sspr.notification.notice;

import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.event.ReregistrationRequired;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The table of the events that notices are sent of; each has a handler of its own. Where a notice says from where, it is
 * asked for by DeliverNotice instead, for an event cannot say it.
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
    NoticeHandler<MethodRegistered> onMethodRegistered() {
        return on(MethodRegistered.class, NewsDecider::of);
    }

    @Bean
    NoticeHandler<MethodRemoved> onMethodRemoved() {
        return on(MethodRemoved.class, NewsDecider::of);
    }

    @Bean
    NoticeHandler<MethodLocked> onMethodLocked() {
        return on(MethodLocked.class, NewsDecider::of);
    }

    @Bean
    NoticeHandler<RecoveryCodesIssued> onRecoveryCodesIssued() {
        return on(RecoveryCodesIssued.class, NewsDecider::of);
    }

    @Bean
    NoticeHandler<RecoveryCodeUsed> onRecoveryCodeUsed() {
        return on(RecoveryCodeUsed.class, NewsDecider::of);
    }

    @Bean
    NoticeHandler<ReregistrationRequired> onReregistrationRequired() {
        return on(ReregistrationRequired.class, NewsDecider::of);
    }

    @Bean
    NoticeHandler<AdministratorContacted> onAdministratorContacted() {
        return on(AdministratorContacted.class, (event, at) -> NewsDecider.of(event));
    }
}
