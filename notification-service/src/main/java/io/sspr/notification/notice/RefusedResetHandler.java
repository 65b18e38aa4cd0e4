package io.sspr.notification.notice;

import io.sspr.contract.event.Event;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells the person, and nobody else, why what was asked for cannot begin; of every request it does as much. */
final class RefusedResetHandler<E extends Event> implements Handler<E, Optional<Ineligibility>> {

    private final Class<E> type;
    private final Function<E, Optional<Ineligibility>> decider;
    private final RefusedResets refusedResets;

    RefusedResetHandler(Class<E> type, Function<E, Optional<Ineligibility>> decider, RefusedResets refusedResets) {
        this.type = type;
        this.decider = decider;
        this.refusedResets = refusedResets;
    }

    @Override
    public Class<E> handles() {
        return type;
    }

    @Override
    public Prepared<Optional<Ineligibility>> prepare(Received<E> received) {
        return Prepared.facts(decider.apply(received.message()));
    }

    @Override
    public List<String> locks(Received<E> received, Optional<Ineligibility> refused) {
        return List.of("account:" + received.message().subject());
    }

    @Override
    public void handle(Received<E> received, Optional<Ineligibility> refused, Work work) {
        refusedResets.tell(
                received.message().subject(),
                refused.orElse(null),
                received.envelope().time(),
                Origin.of(received),
                work);
    }
}
