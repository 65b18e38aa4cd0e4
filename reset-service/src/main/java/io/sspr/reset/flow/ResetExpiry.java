package io.sspr.reset.flow;

import io.sspr.messaging.Transactions;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ends the resets that nobody came back for, and deletes those that ended long ago; several instances may do it at once. */
@Component
public class ResetExpiry {

    private static final int BATCH = 100;

    private final Resets resets;
    private final ResetDecider decider;
    private final Transactions transactions;
    private final Clock clock;

    ResetExpiry(Resets resets, ResetDecider decider, Transactions transactions, Clock clock) {
        this.resets = resets;
        this.decider = decider;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Ends and deletes all whose time has come. */
    public void sweep() {
        List<Resets.Whose> due;
        do {
            due = resets.due(clock.instant(), BATCH);
            if (!due.isEmpty()) sweep(due);
        } while (due.size() == BATCH);
    }

    private void sweep(List<Resets.Whose> due) {
        Set<String> locks =
                due.stream().map(whose -> Asker.lock(whose.askerId())).collect(Collectors.toSet());
        transactions.run(locks, work -> due.forEach(whose -> sweep(whose, work)));
    }

    /** Looks again under the lock: the person may have come back, and another instance may have been here. */
    private void sweep(Resets.Whose whose, Work work) {
        Optional<Reset> found = resets.find(whose.resetId());
        if (found.isEmpty()) return;
        Reset reset = found.get();
        Instant now = work.now();
        if (reset instanceof Reset.Ended) {
            resets.deleteIfDue(reset.id(), now);
            return;
        }
        decider.expire(reset, now).ifPresent(goes -> {
            resets.save(reset, goes.reset(), now);
            goes.events().forEach(work::publish);
        });
    }
}
