package io.sspr.messaging.sweep;

import io.sspr.messaging.Transactions;
import io.sspr.messaging.handle.Refusals;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells of refused requests, one event for each client, type and reason, when the minute is over. */
final class TallySweep {

    /** Transactions that began in the minute are over by then. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Refusals refusals;

    TallySweep(Transactions transactions, Refusals refusals) {
        this.transactions = transactions;
        this.refusals = refusals;
    }

    void run() {
        transactions.run(
                List.of("refusals"),
                work -> refusals.takeBefore(work.now().minus(GRACE).truncatedTo(ChronoUnit.MINUTES))
                        .forEach(work::publish));
    }
}
