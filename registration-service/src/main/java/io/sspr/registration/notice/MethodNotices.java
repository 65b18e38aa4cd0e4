package io.sspr.registration.notice;

import io.sspr.contract.MessageType;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.DeliverMethodNotice;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Visit;
import io.sspr.messaging.Work;
import io.sspr.registration.protection.NotificationSeal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells everybody what became of a method, and its owner from where. The place is personal data, which no event may hold,
 * so the notice is asked for apart from its event: in the same transaction, so that there is one for each.
 */
@Component
public class MethodNotices {

    private final NotificationSeal seal;

    MethodNotices(NotificationSeal seal) {
        this.seal = seal;
    }

    /** Publishes the event, and asks for the notice that goes with it, if one does; without an origin it names no place. */
    public void publish(Event event, @Nullable Origin origin, Work work) {
        work.publish(event);
        MethodNoticeDecider.of(event).ifPresent(told -> ask(told, origin, work));
    }

    private void ask(Told told, @Nullable Origin origin, Work work) {
        UUID id = work.newId();
        Sealed sealed = seal.seal(new Visit(origin), MessageType.DELIVER_METHOD_NOTICE, id, work.now());
        work.send(
                id,
                new DeliverMethodNotice(
                        told.accountId(),
                        told.notice(),
                        told.methodId(),
                        told.kind(),
                        work.now(),
                        told.usableFrom(),
                        told.codesLeft(),
                        sealed));
    }
}
