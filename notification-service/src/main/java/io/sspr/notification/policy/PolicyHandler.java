package io.sspr.notification.policy;

import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the copy of the rules in force. */
@Component
class PolicyHandler implements Handler<Policy, Policy> {

    private final Policies policies;

    PolicyHandler(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Class<Policy> handles() {
        return Policy.class;
    }

    @Override
    public Prepared<Policy> prepare(Received<Policy> received) {
        return Prepared.facts(received.message());
    }

    @Override
    public List<String> locks(Received<Policy> received, Policy policy) {
        return List.of("policy");
    }

    @Override
    public void handle(Received<Policy> received, Policy policy, Work work) {
        policies.learn(policy);
    }
}
