package io.sspr.reset.flow;

import io.sspr.contract.request.ChooseMethod;
import io.sspr.contract.secret.FlowKey;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a person prove the method they chose; the registration service takes it from there and answers. */
@Component
class ChooseMethodHandler implements Handler<ChooseMethod, Optional<Resets.Whose>> {

    private final Flows flows;
    private final TermsInForce terms;
    private final ResetDecider decider;
    private final ResetSteps steps;

    ChooseMethodHandler(Flows flows, TermsInForce terms, ResetDecider decider, ResetSteps steps) {
        this.flows = flows;
        this.terms = terms;
        this.decider = decider;
        this.steps = steps;
    }

    @Override
    public Class<ChooseMethod> handles() {
        return ChooseMethod.class;
    }

    @Override
    public Prepared<Optional<Resets.Whose>> prepare(Received<ChooseMethod> message) {
        return Prepared.facts(flows.prepare(message));
    }

    @Override
    public List<String> locks(Received<ChooseMethod> message, Optional<Resets.Whose> whose) {
        return flows.locks(message, whose);
    }

    @Override
    public void handle(Received<ChooseMethod> message, Optional<Resets.Whose> whose, Work work) {
        flows.find(message, whose, work).ifPresent(reset -> {
            String flowSecret = message.secret(FlowKey.class).flowSecret();
            Footing footing = terms.of(reset.beginning().asker().id(), work.now());
            ResetDecision decision =
                    decider.choose(reset, flowSecret, message.message().kind(), footing, work.newId(), work.now());
            steps.take(reset, decision, work);
        });
    }
}
