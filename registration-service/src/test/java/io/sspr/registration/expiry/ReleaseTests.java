package io.sspr.registration.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodReleased;
import io.sspr.contract.seal.Assertion;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.Methods;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import io.sspr.registration.signin.SignInProofs;
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

/** What follows of itself when a quarantine, or a sign-in, is long enough ago. */
class ReleaseTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @BeforeEach
    void beginWithNothing() {
        RIG.database().sql("DELETE FROM methods WHERE status = 'QUARANTINED'").update();
        RIG.swept();
    }

    @Test
    void releasesAMethodWhenItsQuarantineIsOverAndNotBefore() {
        UUID sms = quarantined();
        RIG.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(swept()).isEmpty();
        RIG.pass(Duration.ofSeconds(1));
        assertThat(swept()).containsExactly(new MethodReleased(sms, account, MethodKind.SMS));
        assertThat(swept()).isEmpty();
        Flow reset = Flow.begin();
        String code = People.letter(people.start(
                        account,
                        MethodKind.SMS,
                        Purpose.RESET,
                        reset,
                        UUID.randomUUID(),
                        RIG.now().plusSeconds(600)))
                .code();
        assertThat(people.prove(reset, code).only(CodeVerified.class).methodId())
                .isEqualTo(sms);
    }

    @Test
    void releasesOnceWhenSeveralInstancesSweepAtOnce() throws Exception {
        quarantined();
        RIG.pass(Duration.ofHours(24));
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            for (Future<?> sweep :
                    instances.invokeAll(Collections.nCopies(4, Executors.callable(() -> sweep().sweep())))) sweep.get();
        } finally {
            instances.shutdown();
        }
        assertThat(RIG.swept()).hasSize(1);
    }

    @Test
    void forgetsWhatWasProvenADayAgo() {
        people.withEmail(account, "ana@example.org");
        SignInProofs proofs = RIG.bean(SignInProofs.class);
        assertThat(proofs.forget(RIG.now())).isNotNegative();
        assertThat(kept()).isEqualTo(1);
        proofs.forget(RIG.now().plusSeconds(1));
        assertThat(kept()).isZero();
    }

    private UUID quarantined() {
        people.withEmail(account, "ana@example.org");
        people.withApp(account);
        Assertion person = people.signsIn(account);
        people.stepsUp(person, MethodKind.EMAIL);
        String code = People.letter(people.register(person, MethodKind.SMS, flow, People.address("+38640123456")))
                .code();
        return people.prove(flow, code).only(MethodRegistered.class).methodId();
    }

    private static List<Event> swept() {
        sweep().sweep();
        return RIG.swept();
    }

    private static QuarantinedMethods sweep() {
        return new QuarantinedMethods(
                RIG.bean(Methods.class), RIG.bean(MethodStates.class), RIG, Clock.fixed(RIG.now(), ZoneOffset.UTC));
    }

    private long kept() {
        return RIG.database()
                .sql("SELECT count(*) FROM sign_in_proofs WHERE account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }
}
