package io.sspr.registration.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepUpTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void provesAMethodWithinASignIn() {
        UUID email = people.withEmail(account, "ana@example.org");
        Outcome begun = people.stepUp(people.signsIn(account), MethodKind.EMAIL, flow);
        assertThat(begun.reply(ChallengeReady.class).digits()).isEqualTo(8);
        assertThat(begun.only(CodeIssued.class).purpose()).isEqualTo(Purpose.STEP_UP);
        assertThat(People.letter(begun).address()).isEqualTo("ana@example.org");
        Outcome proven = people.prove(flow, People.letter(begun).code());
        assertThat(proven.reply(StepUpPassed.class)).isEqualTo(new StepUpPassed(flow.id(), MethodKind.EMAIL));
        CodeVerified verified = proven.only(CodeVerified.class);
        assertThat(verified.methodId()).isEqualTo(email);
        assertThat(verified.purpose()).isEqualTo(Purpose.STEP_UP);
        assertThat(verified.resetId()).isNull();
    }

    @Test
    void takesEachCodeOfAnAppOnce() {
        People.App app = people.withApp(account);
        var person = people.signsIn(account);
        assertThat(people.stepsUp(person, app).reply(StepUpPassed.class).kind())
                .isEqualTo(MethodKind.AUTHENTICATOR_APP);
    }

    @Test
    void offersOnlyKindsThatThePersonHas() {
        people.importing(account, List.of(new ImportedMethod(MethodKind.SMS, "+38640123456")));
        for (MethodKind kind : MethodKind.values())
            assertThat(people.stepUp(people.signsIn(account), kind, flow).refusal())
                    .isEqualTo(Refusal.KIND_NOT_OFFERED);
    }

    @Test
    void refusesAFlowThatExistsAndAnAccountThatDoesNot() {
        people.withEmail(account, "ana@example.org");
        people.stepUp(people.signedIn(account), MethodKind.EMAIL, flow);
        assertThat(people.stepUp(people.signedIn(account), MethodKind.EMAIL, flow)
                        .refusal())
                .isEqualTo(Refusal.FLOW_EXISTS);
        assertThat(people.stepUp(people.signedIn(UUID.randomUUID()), MethodKind.EMAIL, Flow.begin())
                        .refusal())
                .isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void countsWrongProofsWithThoseOfResets() {
        people.withEmail(account, "ana@example.org");
        people.stepUp(people.signedIn(account), MethodKind.EMAIL, flow);
        for (int i = 0; i < 4; i++) people.prove(flow, "wrong").reply(ProofRejected.class);
        Flow reset = Flow.begin();
        people.start(account, MethodKind.EMAIL, reset);
        assertThat(people.prove(reset, "wrong").reply(ProofRejected.class).retryAt())
                .isNotNull();
        assertThat(people.prove(flow, "wrong").refusal()).isEqualTo(Refusal.TOO_SOON);
    }

    @Test
    void locksTheMethodAfterAHundredWrongProofsAndLeavesTheOthersUsable() {
        people.withEmail(account, "ana@example.org");
        People.App app = people.withApp(account);
        List<MethodLocked> locked = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Flow one = Flow.begin();
            people.start(account, MethodKind.EMAIL, one);
            for (Event event : people.prove(one, "wrong").events())
                if (event instanceof MethodLocked lock) locked.add(lock);
            RIG.pass(Duration.ofHours(1));
        }
        assertThat(locked).extracting(MethodLocked::kind).containsExactly(MethodKind.EMAIL);
        assertThat(people.stepUp(people.signsIn(account), MethodKind.EMAIL, flow)
                        .refusal())
                .isEqualTo(Refusal.KIND_NOT_OFFERED);
        // Whoever locks one method of a person has not shut the person out (ATK-19).
        var person = people.signsIn(account);
        people.stepsUp(person, app).reply(StepUpPassed.class);
        Flow anew = Flow.begin();
        Outcome begun = people.register(person, MethodKind.EMAIL, anew, People.address("ana@example.org"));
        people.prove(anew, People.letter(begun).code()).reply(io.sspr.contract.reply.MethodRegistered.class);
        assertThat(People.letter(people.start(account, MethodKind.EMAIL, Flow.begin()))
                        .address())
                .isEqualTo("ana@example.org");
    }
}
