package io.sspr.registration.kind.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.event.Removal;
import io.sspr.contract.internal.DeliverMethodNotice;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Codes;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecoveryCodesTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void areTenDifferentOnesGivenAtOnceToTheFrontEndAlone() {
        Codes given = people.recoveryCodes(people.signedIn(account));
        assertThat(given.texts()).hasSize(10).allMatch(code -> code.matches("([0-9A-Z]{4}-){5}[0-9A-Z]{4}"));
        assertThat(new HashSet<>(given.texts())).hasSize(10);
        assertThat(given.outcome().reply(RecoveryCodesReady.class).codesLeft()).isEqualTo(10);
        MethodRegistered registered = given.outcome().only(MethodRegistered.class);
        assertThat(registered.kind()).isEqualTo(MethodKind.RECOVERY_CODE);
        assertThat(given.outcome().only(RecoveryCodesIssued.class))
                .isEqualTo(new RecoveryCodesIssued(registered.methodId(), account, 10, false));
        // The notice, and no code for anybody to send.
        assertThat(given.outcome().internals()).singleElement().isInstanceOf(DeliverMethodNotice.class);
    }

    @Test
    void askForAKeyToAnswerTo() {
        MethodEntry entry = new MethodEntry(null, "{}", null);
        assertThat(people.register(people.signedIn(account), MethodKind.RECOVERY_CODE, flow, entry)
                        .refusal())
                .isEqualTo(Refusal.REPLY_KEY_INVALID);
    }

    @Test
    void areKeptAsHashesOnly() {
        Codes given = people.recoveryCodes(people.signedIn(account));
        List<String> rows = RIG.database()
                .sql("""
                        SELECT to_jsonb(c)::text FROM recovery_codes c JOIN methods USING (method_id)
                        WHERE account_id = :account""")
                .param("account", account)
                .query(String.class)
                .list();
        assertThat(rows).hasSize(10);
        for (String code : given.texts())
            assertThat(rows).noneMatch(row -> row.contains(code) || row.contains(code.replace("-", "")));
    }

    @Test
    void proveForAResetOnceEach() {
        List<String> codes = people.recoveryCodes(people.signedIn(account)).texts();
        people.start(account, MethodKind.RECOVERY_CODE, flow);
        Outcome proven =
                people.prove(flow, codes.get(7).toLowerCase(Locale.ROOT).replace('-', ' '));
        CodeVerified verified = proven.only(CodeVerified.class);
        assertThat(proven.only(RecoveryCodeUsed.class))
                .isEqualTo(new RecoveryCodeUsed(
                        verified.methodId(), account, verified.verificationId(), verified.resetId(), 9));
        Flow next = Flow.begin();
        people.start(account, MethodKind.RECOVERY_CODE, next);
        assertThat(people.prove(next, codes.get(7)).reply(ProofRejected.class).reason())
                .isEqualTo(Refusal.WRONG_PROOF);
        assertThat(people.prove(next, codes.get(0)).only(CodeVerified.class)).isNotNull();
    }

    @Test
    void proveWithinASignInAndToUnlockToo() {
        List<String> codes = people.recoveryCodes(people.signedIn(account)).texts();
        people.stepUp(people.signedIn(account), MethodKind.RECOVERY_CODE, flow);
        Outcome steppedUp = people.prove(flow, codes.get(0));
        assertThat(steppedUp.reply(StepUpPassed.class).kind()).isEqualTo(MethodKind.RECOVERY_CODE);
        assertThat(people.collect(flow).texts()).hasSize(1);
        Flow unlock = Flow.begin();
        people.start(
                account,
                MethodKind.RECOVERY_CODE,
                Purpose.UNLOCK,
                unlock,
                UUID.randomUUID(),
                RIG.now().plusSeconds(600));
        assertThat(people.prove(unlock, codes.get(1)).only(CodeVerified.class).purpose())
                .isEqualTo(Purpose.UNLOCK);
    }

    @Test
    void haveASuccessorThatTheFlowCollectsOnce() {
        List<String> codes = people.recoveryCodes(people.signedIn(account)).texts();
        people.start(account, MethodKind.RECOVERY_CODE, flow);
        people.prove(flow, codes.get(0));
        Codes collected = people.collect(flow);
        assertThat(collected.texts()).hasSize(1);
        assertThat(collected.outcome().reply(RecoveryCodesReady.class).codesLeft())
                .isEqualTo(10);
        assertThat(collected.outcome().only(RecoveryCodesIssued.class).replacement())
                .isTrue();
        assertThat(people.collect(flow).outcome().refusal()).isEqualTo(Refusal.NOTHING_TO_COLLECT);
        Flow next = Flow.begin();
        people.start(account, MethodKind.RECOVERY_CODE, next);
        assertThat(people.prove(next, collected.texts().get(0)).only(CodeVerified.class))
                .isNotNull();
    }

    @Test
    void areToldToBeUsedUpWithTheLastOneAndToBeThereAgainWithASuccessor() {
        List<String> codes = people.recoveryCodes(people.signedIn(account)).texts();
        for (String code : codes.subList(0, 9)) {
            Flow other = Flow.begin();
            people.start(account, MethodKind.RECOVERY_CODE, other);
            assertThat(states(people.prove(other, code))).isEmpty();
        }
        people.start(account, MethodKind.RECOVERY_CODE, flow);
        Outcome last = people.prove(flow, codes.get(9));
        UUID id = last.only(CodeVerified.class).methodId();
        assertThat(states(last)).containsExactly(state(id, true));
        assertThat(states(people.collect(flow).outcome())).containsExactly(state(id, null));
        assertThat(states(people.recoveryCodes(people.signedIn(account)).outcome()))
                .extracting(Method::usedUp)
                .containsOnlyNulls();
    }

    private Method state(UUID methodId, @Nullable Boolean usedUp) {
        return new Method(methodId, account, MethodKind.RECOVERY_CODE, MethodStatus.VERIFIED, null, null, usedUp);
    }

    private static List<Method> states(Outcome outcome) {
        return outcome.told().stream()
                .map(Outcome.Told::message)
                .filter(Method.class::isInstance)
                .map(Method.class::cast)
                .toList();
    }

    @Test
    void haveNoSuccessorForOtherFlowsAndForThieves() {
        List<String> codes = people.recoveryCodes(people.signedIn(account)).texts();
        assertThat(people.collect(flow).outcome().refusal()).isEqualTo(Refusal.NOTHING_TO_COLLECT);
        people.start(account, MethodKind.RECOVERY_CODE, flow);
        people.prove(flow, codes.get(0));
        Flow thief = new Flow(flow.id(), Flow.begin().secret());
        assertThat(people.collect(thief).outcome().refusal()).isEqualTo(Refusal.WRONG_FLOW_SECRET);
        assertThat(people.collect(Flow.begin()).outcome().refusal()).isEqualTo(Refusal.NOTHING_TO_COLLECT);
        assertThat(people.collect(flow).texts()).hasSize(1);
    }

    @Test
    void voidEveryEarlierOneAndWhatIsOpenWithIt() {
        Codes old = people.recoveryCodes(people.signedIn(account));
        people.start(account, MethodKind.RECOVERY_CODE, flow);
        Outcome renewed = people.recoveryCodes(people.signedIn(account)).outcome();
        assertThat(renewed.only(MethodRemoved.class).cause()).isEqualTo(Removal.REPLACED);
        assertThat(people.prove(flow, old.texts().get(0))
                        .reply(ProofRejected.class)
                        .reason())
                .isEqualTo(Refusal.WRONG_PROOF);
    }

    @Test
    void loseTheRightToASuccessorWithTheirSet() {
        List<String> codes = people.recoveryCodes(people.signedIn(account)).texts();
        people.start(account, MethodKind.RECOVERY_CODE, flow);
        people.prove(flow, codes.get(0));
        people.recoveryCodes(people.signedIn(account));
        assertThat(people.collect(flow).outcome().refusal()).isEqualTo(Refusal.NOTHING_TO_COLLECT);
    }

    @Test
    void areReplacedOnlyByWhoeverProvedTheStrongest() {
        people.recoveryCodes(people.signedIn(account));
        assertThat(people.recoveryCodes(people.signsIn(account)).outcome().refusal())
                .isEqualTo(Refusal.STEP_UP_NEEDED);
    }

    @Test
    void areNotAskedForWhenAllAreUsedUp() {
        people.withEmail(account, "ana@example.org");
        List<String> codes = people.recoveryCodes(people.signedIn(account)).texts();
        for (String code : codes) {
            Flow one = Flow.begin();
            people.start(account, MethodKind.RECOVERY_CODE, one);
            people.prove(one, code).only(RecoveryCodeUsed.class);
        }
        var person = people.signsIn(account);
        people.stepsUp(person, MethodKind.EMAIL);
        assertThat(people.recoveryCodes(person).texts()).hasSize(10);
    }
}
