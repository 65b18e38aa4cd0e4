package io.sspr.reset.flow;

import io.sspr.contract.event.ReregistrationRequired;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An administrator took away all methods of an account: what was proven with them counts no more. */
@Component
class ReregistrationRequiredHandler implements Handler<ReregistrationRequired, UUID> {

    private final Resets resets;

    ReregistrationRequiredHandler(Resets resets) {
        this.resets = resets;
    }

    @Override
    public Class<ReregistrationRequired> handles() {
        return ReregistrationRequired.class;
    }

    @Override
    public Prepared<UUID> prepare(Received<ReregistrationRequired> message) {
        return Prepared.facts(message.message().accountId());
    }

    @Override
    public List<String> locks(Received<ReregistrationRequired> message, UUID accountId) {
        return List.of(Asker.lock(accountId));
    }

    @Override
    public void handle(Received<ReregistrationRequired> message, UUID accountId, Work work) {
        resets.voidOpenNotArranged(accountId, Ending.METHODS_TAKEN, work.now());
    }
}
