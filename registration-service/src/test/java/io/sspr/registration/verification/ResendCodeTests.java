package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResendCodeTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void replacesTheOldCode() {
        people.withEmail(account, "ana@example.org");
        String old =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        RIG.pass(Duration.ofSeconds(30));
        Outcome resent = people.resend(flow);
        assertThat(resent.only(CodeIssued.class).round()).isEqualTo(2);
        assertThat(resent.reply(ChallengeReady.class).resendAt())
                .isEqualTo(RIG.now().plusSeconds(60));
        assertThat(resent.reply(ChallengeReady.class).expiresAt())
                .isEqualTo(RIG.now().plusSeconds(900));
        assertThat(People.letter(resent).address()).isEqualTo("ana@example.org");
        assertThat(people.prove(flow, old).reply(ProofRejected.class).attemptsLeft())
                .isEqualTo(4);
        assertThat(people.prove(flow, People.letter(resent).code()).only(CodeVerified.class))
                .isNotNull();
    }

    @Test
    void happensThreeTimesAtGrowingDistances() {
        people.start(account, MethodKind.EMAIL, flow);
        for (int wait : new int[] {30, 60, 120}) {
            Outcome early = people.resend(flow);
            assertThat(early.refusal()).isEqualTo(Refusal.TOO_SOON);
            assertThat(early.retryAt()).isEqualTo(RIG.now().plusSeconds(wait));
            RIG.pass(Duration.ofSeconds(wait));
            assertThat(people.resend(flow).reply(ChallengeReady.class)).isNotNull();
        }
        assertThat(people.resend(flow).refusal()).isEqualTo(Refusal.NO_MORE_CODES);
    }

    @Test
    void isNotForApps() {
        people.start(account, MethodKind.AUTHENTICATOR_APP, flow);
        assertThat(people.resend(flow).refusal()).isEqualTo(Refusal.OUT_OF_ORDER);
    }

    @Test
    void isForWhoeverKnowsTheFlowsSecret() {
        people.start(account, MethodKind.EMAIL, flow);
        RIG.pass(Duration.ofSeconds(30));
        assertThat(people.resend(new Flow(flow.id(), Flow.begin().secret())).refusal())
                .isEqualTo(Refusal.WRONG_FLOW_SECRET);
    }

    @Test
    void waitsForAVerificationThatIsStillOnItsWay() {
        assertThat(people.resend(flow).parkedFor()).isEqualTo("flow:portal:" + flow.id());
    }

    @Test
    void sendsNothingToAnAddressThatWasRemovedMeanwhile() {
        UUID email = people.withEmail(account, "ana@example.org");
        people.start(account, MethodKind.EMAIL, flow);
        people.remove(people.signedIn(account), email);
        RIG.pass(Duration.ofSeconds(30));
        assertThat(People.letter(people.resend(flow)).address()).isNull();
    }

    @Test
    void worksForAnAddressThatIsBeingRegistered() {
        people.registerEmail(account, flow, "ana@example.org");
        RIG.pass(Duration.ofSeconds(30));
        assertThat(People.letter(people.resend(flow)).address()).isEqualTo("ana@example.org");
    }
}
