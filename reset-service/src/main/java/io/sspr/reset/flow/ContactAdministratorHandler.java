package io.sspr.reset.flow;

import io.sspr.contract.request.ContactAdministrator;
import io.sspr.contract.secret.FlowKey;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells those who can help that somebody asks for it; the answer does not say whether there was anybody to tell of. */
@Component
class ContactAdministratorHandler implements Handler<ContactAdministrator, Optional<Resets.Whose>> {

    private final Flows flows;
    private final CallsForHelp calls;
    private final Policies policies;
    private final ResetDecider decider;
    private final ResetSteps steps;

    ContactAdministratorHandler(
            Flows flows, CallsForHelp calls, Policies policies, ResetDecider decider, ResetSteps steps) {
        this.flows = flows;
        this.calls = calls;
        this.policies = policies;
        this.decider = decider;
        this.steps = steps;
    }

    @Override
    public Class<ContactAdministrator> handles() {
        return ContactAdministrator.class;
    }

    @Override
    public Prepared<Optional<Resets.Whose>> prepare(Received<ContactAdministrator> message) {
        return Prepared.facts(flows.prepare(message));
    }

    @Override
    public List<String> locks(Received<ContactAdministrator> message, Optional<Resets.Whose> whose) {
        return flows.locks(message, whose);
    }

    @Override
    public void handle(Received<ContactAdministrator> message, Optional<Resets.Whose> whose, Work work) {
        flows.find(message, whose, work).ifPresent(reset -> {
            UUID askerId = reset.beginning().asker().id();
            Instant last = calls.last(askerId).orElse(null);
            String flowSecret = message.secret(FlowKey.class).flowSecret();
            ResetDecision decision = decider.contact(reset, flowSecret, last, policies.required(), work.now());
            if (decision instanceof ResetDecision.Goes && decider.mayCall(last, work.now()))
                calls.note(askerId, work.now());
            steps.answer(decision, work);
        });
    }
}
