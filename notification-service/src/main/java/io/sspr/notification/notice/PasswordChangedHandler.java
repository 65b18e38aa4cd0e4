package io.sspr.notification.notice;

import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a person of a new password, unless the organisation itself brought it. */
@Component
class PasswordChangedHandler implements Handler<PasswordChanged, Optional<Content.Notice>> {

    private final Notices notices;

    PasswordChangedHandler(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Class<PasswordChanged> handles() {
        return PasswordChanged.class;
    }

    @Override
    public Prepared<Optional<Content.Notice>> prepare(Received<PasswordChanged> received) {
        PasswordChanged event = received.message();
        return Prepared.facts(
                occasion(event.cause()).map(occasion -> new Content.Notice(occasion, null, event.changedAt())));
    }

    private static Optional<Occasion> occasion(Cause cause) {
        return switch (cause) {
            case IMPORTED -> Optional.empty();
            case RESET -> Optional.of(Occasion.PASSWORD_RESET);
            case CHANGED -> Optional.of(Occasion.PASSWORD_CHANGED);
        };
    }

    @Override
    public List<String> locks(Received<PasswordChanged> received, Optional<Content.Notice> notice) {
        return List.of("account:" + received.message().accountId());
    }

    @Override
    public void handle(Received<PasswordChanged> received, Optional<Content.Notice> notice, Work work) {
        notice.ifPresent(told -> notices.tell(received.message().accountId(), told, Origin.of(received), work));
    }
}
