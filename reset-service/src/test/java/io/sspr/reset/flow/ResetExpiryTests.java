package io.sspr.reset.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Transactions;
import io.sspr.reset.APolicy;
import io.sspr.reset.RunningReset;
import io.sspr.reset.account.Asker;
import io.sspr.reset.policy.Policies;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ResetExpiryTests {

    private static final ResetLimits LIMITS = ResetLimits.of(AReset.policy(1, AReset.registered()));

    private final Resets resets = RunningReset.bean(Resets.class);
    private final Policies policies = RunningReset.bean(Policies.class);
    private final ResetExpiry expiry = RunningReset.bean(ResetExpiry.class);

    @BeforeEach
    void thereIsAPolicy() {
        if (policies.current().isEmpty()) put(AReset.policy(1, AReset.registered()));
    }

    @Test
    void severalInstancesEndEachResetOnce() throws Exception {
        Instant longAgo = RunningReset.CLOCK.instant().minus(Duration.ofMinutes(30));
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 250; i++) ids.add(begun(longAgo));

        inParallel(4, expiry::sweep);

        assertThat(ids).allSatisfy(id -> assertThat(resets.get(id)).isInstanceOf(Reset.Ended.class));
        for (UUID id : ids)
            assertThat(RunningReset.jdbc()
                            .queryForObject("select last from key_sequences where record_key = ?", Integer.class, id))
                    .isEqualTo(1);
    }

    @Test
    void anEndedResetIsForgottenAfterTwoDays() {
        UUID id = begun(RunningReset.CLOCK.instant().minus(Duration.ofMinutes(30)));
        expiry.sweep();
        assertThat(resets.find(id)).isPresent();

        RunningReset.CLOCK.putForward(Duration.ofDays(2).plusSeconds(1));
        try {
            expiry.sweep();
        } finally {
            RunningReset.CLOCK.putForward(Duration.ZERO);
        }

        assertThat(resets.find(id)).isEmpty();
    }

    /** Those that are no longer to be ended would be found again and again. */
    @Test
    @Timeout(20)
    void whereTheStopIsLiftedMeanwhileNobodyLooksForWhatItWouldHaveEnded() {
        Policy lifted = policies.required();
        Instant now = RunningReset.CLOCK.instant();
        List<UUID> ids = new ArrayList<>();
        Clock whenTheSweepHasBegun = new HookedClock(RunningReset.CLOCK, () -> {
            put(lifted);
            if (ids.isEmpty()) for (int i = 0; i < 100; i++) ids.add(proven(now));
        });
        put(APolicy.like(lifted).stopped(true, MethodKind.SMS).policy());

        new ResetExpiry(
                        resets,
                        RunningReset.bean(ResetDecider.class),
                        policies,
                        RunningReset.bean(Transactions.class),
                        whenTheSweepHasBegun)
                .sweep();

        assertThat(ids).hasSize(100).allSatisfy(id -> assertThat(resets.get(id)).isInstanceOf(Reset.Choosing.class));
    }

    /** Tells the time after having done something. */
    private static final class HookedClock extends Clock {
        private final Clock clock;
        private final Runnable before;

        HookedClock(Clock clock, Runnable before) {
            this.clock = clock;
            this.before = before;
        }

        @Override
        public Instant instant() {
            before.run();
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new HookedClock(clock.withZone(zone), before);
        }
    }

    private static void put(Policy policy) {
        String json = new String(ContractJson.write(policy), StandardCharsets.UTF_8);
        RunningReset.jdbc()
                .update(
                        "insert into known_policy (policy) values (?)"
                                + " on conflict (singleton) do update set policy = excluded.policy",
                        json);
    }

    private UUID proven(Instant at) {
        UUID id = begun(at);
        RunningReset.jdbc()
                .update(
                        "insert into reset_gates (verification_id, reset_id, gate, method_id, kind, imported)"
                                + " values (?, ?, 1, ?, 'SMS', false)",
                        UUID.randomUUID(),
                        id,
                        UUID.randomUUID());
        return id;
    }

    private UUID begun(Instant at) {
        UUID id = UUID.randomUUID();
        Beginning beginning = new Beginning(
                id,
                "portal",
                UUID.randomUUID(),
                "hash",
                new Asker(UUID.randomUUID(), false),
                null,
                Purpose.RESET,
                AReset.terms(1),
                false,
                List.of(AReset.registered()),
                false,
                at,
                null);
        resets.add(new Reset.Choosing(beginning, Progress.none(at)), LIMITS);
        return id;
    }

    private static void inParallel(int threads, Runnable work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Boolean> call = () -> {
                work.run();
                return true;
            };
            for (Future<Boolean> future : pool.invokeAll(Collections.nCopies(threads, call))) future.get();
        } finally {
            pool.shutdown();
        }
    }
}
