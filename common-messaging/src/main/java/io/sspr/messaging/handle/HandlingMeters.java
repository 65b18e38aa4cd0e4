package io.sspr.messaging.handle;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sspr.messaging.outbox.OutboxRow;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was committed; tags are names of the contract and the configuration, never content. */
public final class HandlingMeters {

    private static final Logger log = LoggerFactory.getLogger(HandlingMeters.class);

    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer batchTime;

    /** Registers {@code sspr.messages}, {@code sspr.requests.refused}, {@code sspr.dead.letters}, {@code sspr.batch...}. */
    public HandlingMeters(MeterRegistry registry) {
        this.registry = registry;
        this.batchSize = registry.summary("sspr.batch.size");
        this.batchTime =
                Timer.builder("sspr.batch.time").publishPercentileHistogram().register(registry);
    }

    void handled(Said said, int records, Duration time) {
        batchSize.record(records);
        batchTime.record(time);
        said.outcomes.forEach((outcome, count) -> registry.counter(
                        "sspr.messages", "type", outcome.type(), "outcome", outcome.outcome())
                .increment(count));
        said.refused.forEach((refused, count) -> {
            registry.counter(
                            "sspr.requests.refused",
                            "client",
                            refused.client(),
                            "type",
                            refused.requestType(),
                            "reason",
                            refused.reason().name())
                    .increment(count);
            log.info("Refused {} of {} from {}: {}", count, refused.requestType(), refused.client(), refused.reason());
        });
        for (OutboxRow letter : said.deadLetters)
            registry.counter("sspr.dead.letters", "topic", letter.topic()).increment();
    }
}
