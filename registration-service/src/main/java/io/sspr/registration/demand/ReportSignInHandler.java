package io.sspr.registration.demand;

import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.RegistrationRequired;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.ReportSignIn;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells a client whose sign-in a person has passed what that person is to register or to look at. */
@Component
class ReportSignInHandler implements Handler<ReportSignIn, Demands.Facts> {
    private final Demands demands;

    ReportSignInHandler(Demands demands) {
        this.demands = demands;
    }

    @Override
    public Class<ReportSignIn> handles() {
        return ReportSignIn.class;
    }

    @Override
    public Prepared<Demands.Facts> prepare(Received<ReportSignIn> message) {
        return demands.prepare(message);
    }

    @Override
    public List<String> locks(Received<ReportSignIn> message, Demands.Facts facts) {
        return Demands.locks(facts);
    }

    @Override
    public void handle(Received<ReportSignIn> message, Demands.Facts facts, Work work) {
        demands.confirmed(facts, work).ifPresent(accountId -> work.reply(answer(accountId, work)));
    }

    private Reply answer(UUID accountId, Work work) {
        return demands.ask(accountId, work)
                .<Reply>map(demand -> new RegistrationRequired(
                        accountId,
                        demand.reasons(),
                        demand.suggested(),
                        demand.alternatives(),
                        demand.mayBeSkipped(),
                        demand.skipsLeft(),
                        demand.skippableUntil()))
                .orElseGet(NothingToDo::new);
    }
}
