package io.sspr.registration.policy;

import io.sspr.contract.state.Policy;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.Work;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Tells the other services the configured policy at start, in a new version if it is another than they know. */
@Component
class PolicyAnnouncement implements ApplicationRunner {

    private final PolicyProperties configured;
    private final Policies policies;
    private final Transactions transactions;

    PolicyAnnouncement(PolicyProperties configured, Policies policies, Transactions transactions) {
        this.configured = configured;
        this.policies = policies;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transactions.run(List.of("policy"), this::announce);
    }

    private void announce(Work work) {
        due(policies.told(), configured).ifPresent(policy -> {
            policies.keep(policy);
            work.publish(work.newId(), policy);
        });
    }

    /** What is to be told; empty if they know it. */
    static Optional<Policy> due(Optional<Policy> told, PolicyProperties configured) {
        long version = told.map(Policy::version).orElse(0L);
        boolean known = told.isPresent() && told.get().equals(configured.inVersion(version));
        return known ? Optional.empty() : Optional.of(configured.inVersion(version + 1));
    }
}
