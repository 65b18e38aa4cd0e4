package io.sspr.notification.notice;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person of a new way to reset the password, at all addresses, the old ones above all (NTF-04, NTF-05). */
@Component
class MethodRegisteredHandler implements Handler<MethodRegistered, Content.Notice> {

    private final Notices notices;

    MethodRegisteredHandler(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Class<MethodRegistered> handles() {
        return MethodRegistered.class;
    }

    @Override
    public Prepared<Content.Notice> prepare(Received<MethodRegistered> received) {
        MethodRegistered event = received.message();
        return Prepared.facts(new Content.Notice(
                Occasion.METHOD_REGISTERED, event.kind(), received.envelope().time()));
    }

    @Override
    public List<String> locks(Received<MethodRegistered> received, Content.Notice notice) {
        return List.of("account:" + received.message().accountId());
    }

    @Override
    public void handle(Received<MethodRegistered> received, Content.Notice notice, Work work) {
        MethodRegistered event = received.message();
        if (event.kind() == MethodKind.EMAIL)
            notices.tell(event.accountId(), notice, event.methodId(), Origin.of(received), work);
        else notices.tell(event.accountId(), notice, Origin.of(received), work);
    }
}
