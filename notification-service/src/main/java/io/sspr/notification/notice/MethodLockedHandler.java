package io.sspr.notification.notice;

import io.sspr.contract.event.MethodLocked;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that a way to reset the password is closed. */
@Component
class MethodLockedHandler implements Handler<MethodLocked, Content.Notice> {

    private final Notices notices;

    MethodLockedHandler(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Class<MethodLocked> handles() {
        return MethodLocked.class;
    }

    @Override
    public Prepared<Content.Notice> prepare(Received<MethodLocked> received) {
        MethodLocked event = received.message();
        return Prepared.facts(new Content.Notice(
                Occasion.METHOD_LOCKED, event.kind(), received.envelope().time()));
    }

    @Override
    public List<String> locks(Received<MethodLocked> received, Content.Notice notice) {
        return List.of("account:" + received.message().accountId());
    }

    @Override
    public void handle(Received<MethodLocked> received, Content.Notice notice, Work work) {
        MethodLocked event = received.message();
        notices.tell(event.accountId(), notice, Origin.of(received), work);
    }
}
