package io.sspr.reset.notice;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.DeliverNotice;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Visit;
import io.sspr.messaging.Work;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells everybody what happened, and its owner from where. The place is personal data, which no event may hold, so the
 * notice is asked for apart from its event: in the same transaction, so that there is one for each.
 */
@Component
public class Notices {

    private static final String READER = Service.NOTIFICATION.principal();

    private final Sealer sealer;

    Notices(KeyMaterial keys) {
        sealer = keys.pairwise(Service.RESET.principal(), READER);
    }

    /** Publishes the event, and asks for the notice that goes with it, if one does; without an origin it names no place. */
    public void publish(Event event, @Nullable Origin origin, Work work) {
        work.publish(event);
        NoticeDecider.of(event, work.now()).ifPresent(told -> ask(told, origin, work));
    }

    private void ask(Told told, @Nullable Origin origin, Work work) {
        UUID id = work.newId();
        SealContext context = new SealContext(READER, MessageType.DELIVER_NOTICE.wireName(), id, null);
        Sealed sealed = sealer.seal(ContractJson.write(new Visit(origin)), context, work.now());
        work.send(id, new DeliverNotice(told.accountId(), told.notice(), told.at(), told.until(), sealed));
    }
}
