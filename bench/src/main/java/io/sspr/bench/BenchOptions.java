package io.sspr.bench;

import io.sspr.contract.Service;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param concurrency so many resets at once, the next one as soon as one has ended; not looked at where there is a rate
 * @param rate so many resets a second, begun whether the earlier ones have ended or not; 0 for none
 * @param accounts people
 * @param warmUp how long the same goes on before anything is measured
 * @param measured how long it is measured
 * @param minimalHash passwords are hashed with next to no work, to see what all the rest costs
 * @param history so many former passwords are looked at by a reset
 * @param profiled the service that is recorded by Java's Flight Recorder while it is measured
 * @param bystanders further accounts that nobody resets
 * @param outage how long a service is away; zero for no outage
 * @param outageOf the only service that is; null for each in turn
 * @param serviceOptions of Java, for each of the services
 * @param keep whether Kafka's and PostgreSQL's data stay
 * @param directory where everything of this run goes
 */
record BenchOptions(
        int concurrency,
        double rate,
        int accounts,
        Duration warmUp,
        Duration measured,
        boolean minimalHash,
        int history,
        @Nullable Service profiled,
        int bystanders,
        Duration outage,
        @Nullable Service outageOf,
        String serviceOptions,
        boolean keep,
        Path directory) {}
