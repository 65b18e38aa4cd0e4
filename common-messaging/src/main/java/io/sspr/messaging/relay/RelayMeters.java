package io.sspr.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How much is published, and how old it is by then. */
public final class RelayMeters {

    private final Counter records;
    private final Counter transactions;
    private final Timer lag;

    /** Registers {@code sspr.relay.records}, {@code sspr.relay.transactions} and {@code sspr.relay.lag}. */
    public RelayMeters(MeterRegistry registry) {
        records = registry.counter("sspr.relay.records");
        transactions = registry.counter("sspr.relay.transactions");
        lag = Timer.builder("sspr.relay.lag").publishPercentileHistogram().register(registry);
    }

    void published(int rows, long oldestMillis) {
        records.increment(rows);
        transactions.increment();
        lag.record(Duration.ofMillis(oldestMillis));
    }
}
