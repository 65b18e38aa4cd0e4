package io.sspr.registration.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.registration.block.BlockCounts;
import io.sspr.registration.kind.recovery.Successors;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import io.sspr.registration.signin.SignInProofs;
import io.sspr.registration.verification.EndedResets;
import io.sspr.registration.verification.Verifications;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpiryTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final Flow flow = Flow.begin();

    @BeforeEach
    void beginWithNothing() {
        RIG.database().sql("DELETE FROM verifications").update();
        RIG.database().sql("DELETE FROM ended_resets").update();
    }

    @Test
    void endsAVerificationWhoseTimeIsUpOnceAndNotBefore() {
        people.start(UUID.randomUUID(), MethodKind.EMAIL, flow);
        RIG.pass(Duration.ofSeconds(899));
        assertThat(sweep()).isEmpty();
        RIG.pass(Duration.ofSeconds(1));
        assertThat(sweep())
                .singleElement()
                .satisfies(ended -> assertThat(ended.reason()).isEqualTo(Refusal.EXPIRED));
        assertThat(sweep()).isEmpty();
        assertThat(people.prove(flow, "1").refusal()).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void endsEachOnceWhenSeveralInstancesSweepAtOnce() throws Exception {
        for (int i = 0; i < 250; i++) people.start(UUID.randomUUID(), MethodKind.EMAIL, Flow.begin());
        RIG.pass(Duration.ofMinutes(15));
        RIG.swept();
        ExecutorService instances = Executors.newFixedThreadPool(8);
        try {
            for (Future<?> sweep : instances.invokeAll(
                    Collections.nCopies(8, Executors.callable(() -> overdue().sweep())))) sweep.get();
        } finally {
            instances.shutdown();
        }
        overdue().sweep();
        assertThat(RIG.swept()).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatWasRenewedMeanwhile() {
        people.start(UUID.randomUUID(), MethodKind.EMAIL, flow);
        RIG.pass(Duration.ofMinutes(5));
        people.resend(flow);
        RIG.pass(Duration.ofMinutes(10));
        assertThat(sweep()).isEmpty();
        RIG.pass(Duration.ofMinutes(5));
        assertThat(sweep()).hasSize(1);
    }

    @Test
    void forgetsWhatIsOverForADay() {
        UUID reset = UUID.randomUUID();
        people.start(UUID.randomUUID(), MethodKind.EMAIL, flow, reset, RIG.now().plusSeconds(3600));
        RIG.message(UUID.randomUUID(), new ResetCancelled(reset, null));
        RIG.pass(Duration.ofDays(1));
        forgetting().forget();
        assertThat(rows("verifications")).isEqualTo(1);
        RIG.pass(Duration.ofSeconds(1));
        forgetting().forget();
        assertThat(rows("verifications")).isZero();
        assertThat(rows("ended_resets")).isZero();
    }

    private static List<VerificationEnded> sweep() {
        overdue().sweep();
        return RIG.swept().stream().map(VerificationEnded.class::cast).toList();
    }

    private static OverdueVerifications overdue() {
        return new OverdueVerifications(RIG.bean(Verifications.class), RIG, clock());
    }

    private static Forgetting forgetting() {
        return new Forgetting(
                RIG.bean(Verifications.class),
                RIG.bean(EndedResets.class),
                RIG.bean(SignInProofs.class),
                RIG.bean(Successors.class),
                RIG.bean(BlockCounts.class),
                clock());
    }

    private static Clock clock() {
        return Clock.fixed(RIG.now(), ZoneOffset.UTC);
    }

    private static long rows(String table) {
        return RIG.database()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
