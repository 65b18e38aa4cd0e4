package io.sspr.reset.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Purpose;
import io.sspr.reset.RunningReset;
import io.sspr.reset.account.Asker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ResetExpiryTests {

    private final Resets resets = RunningReset.bean(Resets.class);
    private final ResetExpiry expiry = RunningReset.bean(ResetExpiry.class);

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

    private UUID begun(Instant at) {
        UUID id = UUID.randomUUID();
        Beginning beginning = new Beginning(
                id,
                "portal",
                UUID.randomUUID(),
                "hash",
                new Asker(UUID.randomUUID(), false),
                Purpose.RESET,
                1,
                false,
                at,
                null);
        resets.add(new Reset.Choosing(beginning, Progress.none(at)));
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
