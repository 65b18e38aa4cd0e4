package io.sspr.reset.flow;

import io.sspr.contract.request.CancelReset;
import io.sspr.contract.secret.FlowKey;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.policy.Policies;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends a reset at the person's word. */
@Component
class CancelResetHandler implements Handler<CancelReset, Optional<Resets.Whose>> {

    private final Flows flows;
    private final Policies policies;
    private final ResetDecider decider;
    private final ResetSteps steps;

    CancelResetHandler(Flows flows, Policies policies, ResetDecider decider, ResetSteps steps) {
        this.flows = flows;
        this.policies = policies;
        this.decider = decider;
        this.steps = steps;
    }

    @Override
    public Class<CancelReset> handles() {
        return CancelReset.class;
    }

    @Override
    public Prepared<Optional<Resets.Whose>> prepare(Received<CancelReset> message) {
        return Prepared.facts(flows.prepare(message));
    }

    @Override
    public List<String> locks(Received<CancelReset> message, Optional<Resets.Whose> whose) {
        return flows.locks(message, whose);
    }

    @Override
    public void handle(Received<CancelReset> message, Optional<Resets.Whose> whose, Work work) {
        flows.find(message, whose, work).ifPresent(reset -> {
            String flowSecret = message.secret(FlowKey.class).flowSecret();
            steps.take(reset, decider.cancel(reset, flowSecret, policies.required(), work.now()), work);
        });
    }
}
