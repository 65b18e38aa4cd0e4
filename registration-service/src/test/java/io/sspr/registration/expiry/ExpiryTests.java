package io.sspr.registration.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import io.sspr.registration.verification.EndedResets;
import io.sspr.registration.verification.Verifications;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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
        RIG.pass(Duration.ofSeconds(599));
        assertThat(sweep()).isEmpty();
        RIG.pass(Duration.ofSeconds(1));
        assertThat(sweep())
                .singleElement()
                .satisfies(ended -> assertThat(ended.reason()).isEqualTo(Refusal.EXPIRED));
        assertThat(sweep()).isEmpty();
        assertThat(people.prove(flow, "1").refusal()).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void leavesOutWhatWasRenewedMeanwhile() {
        people.start(UUID.randomUUID(), MethodKind.EMAIL, flow);
        RIG.pass(Duration.ofMinutes(5));
        people.resend(flow);
        RIG.pass(Duration.ofMinutes(5));
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
        RIG.swept().told().clear();
        new OverdueVerifications(RIG.bean(Verifications.class), RIG, clock()).end();
        return RIG.swept().events().stream().map(VerificationEnded.class::cast).toList();
    }

    private static Forgetting forgetting() {
        return new Forgetting(RIG.bean(Verifications.class), RIG.bean(EndedResets.class), clock());
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
