package io.sspr.notification.contact;

import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps whether imported addresses count. */
@Component
class PolicyHandler implements Handler<Policy, Boolean> {

    private final Rules rules;

    PolicyHandler(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Class<Policy> handles() {
        return Policy.class;
    }

    @Override
    public Prepared<Boolean> prepare(Received<Policy> received) {
        return Prepared.facts(received.message().methodRules().importedCount());
    }

    @Override
    public List<String> locks(Received<Policy> received, Boolean importedCount) {
        return List.of("policy");
    }

    @Override
    public void handle(Received<Policy> received, Boolean importedCount, Work work) {
        rules.areNow(importedCount);
    }
}
