package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StartVerificationTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final UUID reset = UUID.randomUUID();
    private final Flow flow = Flow.begin();
    private final Instant end = RIG.now().plusSeconds(3600);

    @Test
    void sendsTheCodeToTheOldestAddress() {
        people.withEmail(account, "old@example.org");
        people.withEmail(account, "new@example.org");
        assertThat(People.letter(people.start(account, MethodKind.EMAIL, flow)).address())
                .isEqualTo("old@example.org");
    }

    @Test
    void provesToUnlockAsItProvesForAReset() {
        people.withEmail(account, "ana@example.org");
        Outcome started = people.start(account, MethodKind.EMAIL, Purpose.UNLOCK, flow, reset, end);
        assertThat(started.only(DeliverCode.class).purpose()).isEqualTo(Purpose.UNLOCK);
        CodeVerified verified =
                people.prove(flow, People.letter(started).code()).only(CodeVerified.class);
        assertThat(verified.purpose()).isEqualTo(Purpose.UNLOCK);
        assertThat(verified.resetId()).isEqualTo(reset);
    }

    @Test
    void endsWithItsResetAtTheLatest() {
        Instant soon = RIG.now().plusSeconds(90);
        ChallengeReady ready =
                people.start(account, MethodKind.EMAIL, flow, reset, soon).reply(ChallengeReady.class);
        assertThat(ready.expiresAt()).isEqualTo(soon);
    }

    @Test
    void isRefusedForAResetWhoseTimeIsUp() {
        Outcome late = people.start(account, MethodKind.EMAIL, flow, reset, RIG.now());
        assertThat(late.reply(RequestExpired.class).flow()).isEqualTo(flow.id());
        assertThat(late.told()).hasSize(1);
    }

    @Test
    void endsWhenItsResetIsCancelledOrAbandoned() {
        people.start(account, MethodKind.EMAIL, flow, reset, end);
        Outcome ended = RIG.message(UUID.randomUUID(), new ResetCancelled(reset, account));
        assertThat(ended.only(VerificationEnded.class).reason()).isEqualTo(Refusal.ENDED);
        assertThat(people.prove(flow, "1").refusal()).isEqualTo(Refusal.ENDED);

        Flow other = Flow.begin();
        UUID otherReset = UUID.randomUUID();
        people.start(account, MethodKind.EMAIL, other, otherReset, end);
        RIG.message(UUID.randomUUID(), new ResetExpired(otherReset, account, Refusal.ABANDONED));
        assertThat(people.prove(other, "1").refusal()).isEqualTo(Refusal.ENDED);
    }

    @Test
    void doesNotBeginWhenItsResetEndedWhileItWasOnItsWay() {
        people.withEmail(account, "ana@example.org");
        RIG.message(UUID.randomUUID(), new ResetCancelled(reset, account));
        Outcome late = people.start(account, MethodKind.EMAIL, flow, reset, end);
        assertThat(late.refusal()).isEqualTo(Refusal.ENDED);
        assertThat(late.told()).hasSize(1);
    }

    @Test
    void forgetsCodeAndAddressWhenItIsOver() {
        people.withEmail(account, "ana@example.org");
        people.start(account, MethodKind.EMAIL, flow, reset, end);
        RIG.message(UUID.randomUUID(), new ResetCancelled(reset, account));
        assertThat(RIG.database()
                        .sql("SELECT count(*) FROM verifications WHERE account_id = :account"
                                + " AND (code_hmac IS NOT NULL OR pending_encrypted IS NOT NULL)")
                        .param("account", account)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
