package io.sspr.registration.policy;

import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.Work;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Puts the configured policy in force where there has never been one, before any message is read. */
@Component
class FirstPolicy implements SmartLifecycle {
    private final PolicyProperties configured;
    private final Policies policies;
    private final Transactions transactions;
    private volatile boolean running;

    FirstPolicy(PolicyProperties configured, Policies policies, Transactions transactions) {
        this.configured = configured;
        this.policies = policies;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        transactions.run(List.of(Policies.LOCK), this::begin);
        running = true;
    }

    private void begin(Work work) {
        if (policies.stored().isPresent()) return;
        Policy first = configured.first().inVersion(1);
        policies.begin(first);
        work.publish(new PolicyChanged(null, first));
        work.publish(work.newId(), first);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before messaging, which starts in the last phase. */
    @Override
    public int getPhase() {
        return 0;
    }
}
