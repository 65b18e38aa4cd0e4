package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.registration.kind.app.Totp;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubmitProofTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final UUID email = people.withEmail(account, "ana@example.org");
    private final Flow flow = Flow.begin();

    @Test
    void provesAMethodForAResetAndLeavesTheAnswerToTheResetService() {
        UUID reset = UUID.randomUUID();
        Outcome started =
                people.start(account, MethodKind.EMAIL, flow, reset, RIG.now().plusSeconds(3600));
        Outcome proven = people.prove(flow, People.letter(started).code());
        CodeVerified verified = proven.only(CodeVerified.class);
        assertThat(verified)
                .isEqualTo(new CodeVerified(
                        verified.verificationId(), account, reset, email, MethodKind.EMAIL, Purpose.RESET));
        assertThat(proven.told()).hasSize(1);
    }

    @Test
    void takesACodeOnce() {
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        people.prove(flow, code).only(CodeVerified.class);
        assertThat(people.prove(flow, code).refusal()).isEqualTo(Refusal.PROOF_ALREADY_USED);
    }

    @Test
    void readsACodeAsPeopleTypeIt() {
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        String typed = " " + code.substring(0, 4) + " - " + code.substring(4) + "\n";
        assertThat(people.prove(flow, typed).only(CodeVerified.class)).isNotNull();
    }

    @Test
    void waitsForAVerificationThatIsStillOnItsWay() {
        Outcome early = people.prove(flow, "12345678");
        assertThat(early.parkedFor()).isEqualTo("flow:portal:" + flow.id());
        assertThat(early.told()).isEmpty();
        assertThat(people.start(account, MethodKind.EMAIL, flow).arrived()).containsExactly(early.parkedFor());
    }

    @Test
    void countsNothingForWhoeverDoesNotKnowTheFlowsSecret() {
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        Flow thief = new Flow(flow.id(), Flow.begin().secret());
        for (int i = 0; i < 10; i++)
            assertThat(people.prove(thief, code).refusal()).isEqualTo(Refusal.WRONG_FLOW_SECRET);
        assertThat(people.prove(flow, code).only(CodeVerified.class)).isNotNull();
    }

    @Test
    void endsAfterFiveWrongProofs() {
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        for (int left = 4; left > 0; left--) {
            Outcome wrong = people.prove(flow, "00000000x");
            assertThat(wrong.reply(ProofRejected.class))
                    .isEqualTo(new ProofRejected(flow.id(), Refusal.WRONG_PROOF, left, null));
            assertThat(wrong.only(CodeRejected.class).attempts()).isEqualTo(5 - left);
        }
        Outcome fifth = people.prove(flow, "00000000x");
        assertThat(fifth.reply(ProofRejected.class))
                .isEqualTo(new ProofRejected(
                        flow.id(), Refusal.TOO_MANY_ATTEMPTS, 0, RIG.now().plusSeconds(30)));
        assertThat(fifth.only(VerificationEnded.class).reason()).isEqualTo(Refusal.TOO_MANY_ATTEMPTS);
        assertThat(people.prove(flow, code).refusal()).isEqualTo(Refusal.TOO_MANY_ATTEMPTS);
        assertThat(people.resend(flow).refusal()).isEqualTo(Refusal.TOO_MANY_ATTEMPTS);
    }

    @Test
    void refusesEvenTheRightCodeDuringADelayAndDoesNotCountIt() {
        String code = afterFiveWrong();
        Outcome early = people.prove(flow, code);
        assertThat(early.refusal()).isEqualTo(Refusal.TOO_SOON);
        assertThat(early.retryAt()).isEqualTo(RIG.now().plusSeconds(30));
        assertThat(early.events()).isEmpty();
        RIG.pass(Duration.ofSeconds(30));
        assertThat(people.prove(flow, code).only(CodeVerified.class)).isNotNull();
    }

    @Test
    void startsTheCountAnewAfterSuccess() {
        String code = afterFiveWrong();
        RIG.pass(Duration.ofSeconds(30));
        people.prove(flow, code).only(CodeVerified.class);
        Flow next = Flow.begin();
        people.start(account, MethodKind.EMAIL, next);
        assertThat(people.prove(next, "wrong").reply(ProofRejected.class).retryAt())
                .isNull();
    }

    @Test
    void startsNoCountAnewForANewCode() {
        people.start(account, MethodKind.EMAIL, flow);
        for (int i = 0; i < 4; i++) people.prove(flow, "wrong");
        RIG.pass(Duration.ofSeconds(30));
        people.resend(flow).reply(ChallengeReady.class);
        ProofRejected fifth = people.prove(flow, "wrong").reply(ProofRejected.class);
        assertThat(fifth.attemptsLeft()).isZero();
        assertThat(fifth.retryAt()).isNotNull();
    }

    @Test
    void locksAMethodAfterAHundredWrongProofsInARowOverAnyNumberOfCodes() {
        Outcome last = people.start(account, MethodKind.EMAIL, flow);
        for (int i = 0; i < 100; i++) {
            Flow one = Flow.begin();
            people.start(account, MethodKind.EMAIL, one);
            last = people.prove(one, "wrong");
            RIG.pass(Duration.ofHours(1));
        }
        assertThat(last.only(MethodLocked.class)).isEqualTo(new MethodLocked(email, account, MethodKind.EMAIL));
        assertThat(last.only(VerificationEnded.class).reason()).isEqualTo(Refusal.METHOD_LOCKED);
        assertThat(last.reply(ProofRejected.class).reason()).isEqualTo(Refusal.TOO_MANY_ATTEMPTS);
        Method state = last.only(Method.class);
        assertThat(state.status()).isEqualTo(MethodStatus.LOCKED);
        assertThat(People.openForNotification(
                        state.address(), MessageType.METHOD, last.idOf(Method.class), ContactAddress.class))
                .isEqualTo(new ContactAddress("ana@example.org"));

        Flow after = Flow.begin();
        assertThat(People.letter(people.start(account, MethodKind.EMAIL, after)).address())
                .isNull();
    }

    @Test
    void locksAMethodAtTheNextTryWhenThePolicyBecameStricterThanItsTally() {
        Rig rig = new Rig(Rig.POLICY);
        People others = new People(rig);
        UUID known = others.provision();
        UUID method = others.withEmail(known, "ana@example.org");
        UUID unknown = UUID.randomUUID();
        Flow ofKnown = Flow.begin();
        Flow ofUnknown = Flow.begin();
        String code =
                People.letter(others.start(known, MethodKind.EMAIL, ofKnown)).code();
        others.start(unknown, MethodKind.EMAIL, ofUnknown);
        for (int i = 0; i < 3; i++) {
            others.prove(ofKnown, "wrong");
            others.prove(ofUnknown, "wrong");
        }
        rig.database()
                .sql("UPDATE policy SET rules = jsonb_set(rules::jsonb, '{limits,proofs,untilLocked}', '2')::text")
                .update();

        Outcome locked = others.prove(ofKnown, code);
        assertThat(locked.only(MethodLocked.class)).isEqualTo(new MethodLocked(method, known, MethodKind.EMAIL));
        assertThat(locked.only(Method.class).status()).isEqualTo(MethodStatus.LOCKED);
        assertThat(locked.only(VerificationEnded.class).reason()).isEqualTo(Refusal.METHOD_LOCKED);
        Outcome decoy = others.prove(ofUnknown, code);
        assertThat(decoy.only(VerificationEnded.class).reason()).isEqualTo(Refusal.METHOD_LOCKED);
        assertThat(decoy.statements()).isEqualTo(locked.statements());
        assertThat(locked.reply(ProofRejected.class))
                .isEqualTo(new ProofRejected(ofKnown.id(), Refusal.TOO_MANY_ATTEMPTS, 0, null));
        assertThat(decoy.reply(ProofRejected.class))
                .isEqualTo(new ProofRejected(ofUnknown.id(), Refusal.TOO_MANY_ATTEMPTS, 0, null));
        for (UUID one : new UUID[] {known, unknown}) {
            Flow next = Flow.begin();
            others.start(one, MethodKind.EMAIL, next);
            assertThat(others.prove(next, "wrong").reply(ProofRejected.class).attemptsLeft())
                    .isEqualTo(4);
        }
    }

    @Test
    void takesNoCodeForAMethodThatWasLockedMeanwhileAndTellsNobody() {
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        RIG.database()
                .sql("UPDATE methods SET status = 'LOCKED' WHERE method_id = :id")
                .param("id", email)
                .update();
        assertThat(people.prove(flow, code).reply(ProofRejected.class))
                .isEqualTo(new ProofRejected(flow.id(), Refusal.WRONG_PROOF, 4, null));
    }

    @Test
    void replacesALockedMethodByTheSameAddressRegisteredAnew() {
        RIG.database()
                .sql("UPDATE methods SET status = 'LOCKED' WHERE method_id = :id")
                .param("id", email)
                .update();
        String code = People.letter(people.registerEmail(account, flow, "ana@example.org"))
                .code();
        Outcome proven = people.prove(flow, code);
        assertThat(proven.states())
                .extracting(state -> ((Method) state).status())
                .containsExactly(MethodStatus.REMOVED, MethodStatus.VERIFIED);
        assertThat(proven.states()).extracting(state -> state.key()).first().isEqualTo(email.toString());
    }

    @Test
    void takesEachCodeOfAnAppOnceAndOnlyLaterOnesAfterIt() {
        People.App app = people.withApp(account);
        String code = Totp.codeAt(app.seed(), RIG.now());
        String earlier = Totp.codeAt(app.seed(), RIG.now().minusSeconds(30));
        people.start(account, MethodKind.AUTHENTICATOR_APP, flow);
        assertThat(people.prove(flow, code).only(CodeVerified.class).methodId()).isEqualTo(app.methodId());
        Flow next = Flow.begin();
        people.start(account, MethodKind.AUTHENTICATOR_APP, next);
        for (String used : new String[] {code, earlier}) {
            Outcome again = people.prove(next, used);
            assertThat(again.reply(ProofRejected.class).reason()).isEqualTo(Refusal.WRONG_PROOF);
            assertThat(again.only(CodeRejected.class).reason()).isEqualTo(Refusal.PROOF_ALREADY_USED);
        }
        RIG.pass(Duration.ofSeconds(30));
        assertThat(people.prove(next, Totp.codeAt(app.seed(), RIG.now())).only(CodeVerified.class))
                .isNotNull();
    }

    @Test
    void takesNothingAfterTheCodesLife() {
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        RIG.pass(Duration.ofMinutes(15));
        assertThat(people.prove(flow, code).refusal()).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void takesTheCodeOfTheNewestVerificationOnly() {
        String first =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        Outcome restarted = people.start(account, MethodKind.EMAIL, flow);
        assertThat(restarted.only(VerificationEnded.class).reason()).isEqualTo(Refusal.ENDED);
        String second = People.letter(restarted).code();
        assertThat(people.prove(flow, first).reply(ProofRejected.class).attemptsLeft())
                .isEqualTo(4);
        assertThat(people.prove(flow, second).only(CodeVerified.class)).isNotNull();
    }

    private String afterFiveWrong() {
        Flow first = Flow.begin();
        people.start(account, MethodKind.EMAIL, first);
        for (int i = 0; i < 5; i++) people.prove(first, "wrong");
        return People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
    }
}
