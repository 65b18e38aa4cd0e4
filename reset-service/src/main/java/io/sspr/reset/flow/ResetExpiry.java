package io.sspr.reset.flow;

import io.sspr.contract.policy.StoppedKinds;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Transactions;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.policy.Policies;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ends the resets that nobody came back for, and deletes those that ended long ago; several instances may do it at once. */
@Component
public class ResetExpiry {

    private static final int BATCH = 100;

    private final Resets resets;
    private final ResetDecider decider;
    private final Policies policies;
    private final Transactions transactions;
    private final Clock clock;

    ResetExpiry(Resets resets, ResetDecider decider, Policies policies, Transactions transactions, Clock clock) {
        this.resets = resets;
        this.decider = decider;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Ends and deletes all whose time has come. */
    public void sweep() {
        // Nothing begins before there is a policy.
        if (policies.current().isEmpty()) return;
        inBatches(() -> resets.due(clock.instant(), BATCH));
        inBatches(this::cancelled);
    }

    /** By the policy of now: by one that no longer holds, those that live on would be found for ever. */
    private List<Resets.Whose> cancelled() {
        StoppedKinds stopped = policies.required().stopped();
        return stopped.cancelsResets() && !stopped.kinds().isEmpty()
                ? resets.openWith(stopped.kinds(), BATCH)
                : List.of();
    }

    private void inBatches(Supplier<List<Resets.Whose>> next) {
        List<Resets.Whose> due;
        do {
            due = next.get();
            if (!due.isEmpty()) sweep(due);
        } while (due.size() == BATCH);
    }

    private void sweep(List<Resets.Whose> due) {
        Set<String> locks =
                due.stream().map(whose -> Asker.lock(whose.askerId())).collect(Collectors.toSet());
        transactions.run(locks, work -> {
            Policy policy = policies.required();
            due.forEach(whose -> sweep(whose, policy, work));
        });
    }

    /** Looks again under the lock: the person may have come back, and another instance may have been here. */
    private void sweep(Resets.Whose whose, Policy policy, Work work) {
        Optional<Reset> found = resets.find(whose.resetId());
        if (found.isEmpty()) return;
        Reset reset = found.get();
        Instant now = work.now();
        if (reset instanceof Reset.Ended) {
            resets.deleteIfDue(reset.id(), now);
            return;
        }
        Optional<ResetDecision.Goes> ended = decider.expire(reset, policy, now);
        // Also if it lives, by a policy that gives it longer: it is looked at again when that time has come.
        resets.save(reset, ended.map(ResetDecision.Goes::reset).orElse(reset), ResetLimits.of(policy), now);
        ended.ifPresent(goes -> goes.events().forEach(work::publish));
    }
}
