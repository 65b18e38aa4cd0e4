package io.sspr.registration.demand;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.RegistrationSkipped;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.request.SkipRegistration;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets a person put off what they were asked, as often and as long as the policy allows. */
@Component
class SkipRegistrationHandler implements Handler<SkipRegistration, Demands.Facts> {
    private final Demands demands;
    private final AskedRows rows;

    SkipRegistrationHandler(Demands demands, AskedRows rows) {
        this.demands = demands;
        this.rows = rows;
    }

    @Override
    public Class<SkipRegistration> handles() {
        return SkipRegistration.class;
    }

    @Override
    public Prepared<Demands.Facts> prepare(Received<SkipRegistration> message) {
        return demands.prepare(message);
    }

    @Override
    public List<String> locks(Received<SkipRegistration> message, Demands.Facts facts) {
        return Demands.locks(facts);
    }

    @Override
    public void handle(Received<SkipRegistration> message, Demands.Facts facts, Work work) {
        demands.confirmed(facts, work).ifPresent(accountId -> skip(accountId, work));
    }

    private void skip(UUID accountId, Work work) {
        Optional<Demand> asked = demands.ask(accountId, work);
        if (asked.isEmpty()) {
            work.reply(new NothingToDo());
            return;
        }
        Demand demand = asked.get();
        if (!demand.mayBeSkipped()) {
            work.refuse(Refusal.NO_SKIPS_LEFT, null);
            return;
        }
        Asked after = demand.asked().withOneMoreSkip();
        rows.keep(accountId, after);
        Integer left = demand.skipsLeft();
        work.publish(new RegistrationSkipped(accountId, after.skips()));
        work.reply(new io.sspr.contract.reply.RegistrationSkipped(
                left == null ? null : Integer.valueOf(left - 1), demand.skippableUntil()));
    }
}
