package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.registration.kind.app.Totp;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many instances at once, with the locks that messages take and without any: then the rows alone must hold (ATK-05, ATK-06). */
class ConcurrentProofTests {

    private static final Rig LOCKING = new Rig(true);
    private static final Rig WITHOUT_LOCKS = new Rig(false);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneOfFiftyRedemptionsOfACodeSucceeds(boolean locking) throws Exception {
        People people = people(locking);
        UUID account = people.provision();
        people.withEmail(account, "ana@example.org");
        Flow flow = Flow.begin();
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        List<Outcome> outcomes = atOnce(50, i -> people.prove(flow, code));
        assertThat(outcomes.stream().filter(ConcurrentProofTests::isVerified)).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome::hasReply)).hasSize(49);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneOfFiftyRedemptionsOfAnAppsCodeInDifferentFlowsSucceeds(boolean locking) throws Exception {
        People people = people(locking);
        UUID account = people.provision();
        People.App app = people.withApp(account);
        String code = Totp.codeAt(app.seed(), rig(locking).now());
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Flow flow = Flow.begin();
            people.start(account, MethodKind.AUTHENTICATOR_APP, flow);
            flows.add(flow);
        }
        List<Outcome> outcomes = atOnce(50, i -> people.prove(flows.get(i), code));
        assertThat(outcomes.stream().filter(ConcurrentProofTests::isVerified)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneOfFiftyRedemptionsOfARecoveryCodeInDifferentFlowsSucceeds(boolean locking) throws Exception {
        People people = people(locking);
        UUID account = people.provision();
        String code = people.recoveryCodes(people.signedIn(account)).texts().get(3);
        List<Flow> flows = flows(people, account, MethodKind.RECOVERY_CODE, 50);
        List<Outcome> outcomes = atOnce(50, i -> people.prove(flows.get(i), code));
        assertThat(outcomes.stream().filter(ConcurrentProofTests::isVerified)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneOfFiftyRedemptionsOfAnAdministratorsCodeInDifferentFlowsSucceeds(boolean locking) throws Exception {
        People people = people(locking);
        UUID account = people.withEverything();
        String code = People.letter(people.issueAdministratorCode(
                        account, rig(locking).now().plusSeconds(3600)))
                .code();
        List<Flow> flows = flows(people, account, MethodKind.ADMINISTRATOR_CODE, 50);
        List<Outcome> outcomes = atOnce(50, i -> people.prove(flows.get(i), code));
        assertThat(outcomes.stream().filter(ConcurrentProofTests::isVerified)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneOfTwentyCollectionsGetsTheSuccessorOfARecoveryCode(boolean locking) throws Exception {
        People people = people(locking);
        UUID account = people.provision();
        String code = people.recoveryCodes(people.signedIn(account)).texts().get(0);
        Flow flow = Flow.begin();
        people.start(account, MethodKind.RECOVERY_CODE, flow);
        people.prove(flow, code);
        List<Outcome> outcomes = atOnce(20, i -> people.collect(flow).outcome());
        assertThat(outcomes.stream().flatMap(outcome -> outcome.events().stream()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneOfTwentyFlowsRegistersAnAddress(boolean locking) throws Exception {
        People people = people(locking);
        UUID account = people.provision();
        List<Flow> flows = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Flow flow = Flow.begin();
            flows.add(flow);
            codes.add(People.letter(people.registerEmail(account, flow, "ana@example.org"))
                    .code());
        }
        List<Outcome> outcomes = atOnce(20, i -> people.prove(flows.get(i), codes.get(i)));
        assertThat(outcomes.stream()
                        .filter(outcome ->
                                outcome.events().stream().anyMatch(event -> event instanceof MethodRegistered)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoHundredGuessesAtOneCodeGetFiveComparisons(boolean locking) throws Exception {
        People people = people(locking);
        UUID account = people.provision();
        people.withEmail(account, "ana@example.org");
        Flow flow = Flow.begin();
        people.start(account, MethodKind.EMAIL, flow);
        List<Outcome> outcomes = atOnce(200, i -> people.prove(flow, "wrong"));
        assertThat(outcomes.stream().filter(ConcurrentProofTests::isRejected)).hasSize(5);
        assertThat(outcomes).allMatch(Outcome::hasReply);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoHundredGuessesOverManyFlowsGetAsManyComparisonsAsTheMethodAllows(boolean locking) throws Exception {
        People people = people(locking);
        UUID account = people.provision();
        people.withEmail(account, "ana@example.org");
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Flow flow = Flow.begin();
            people.start(account, MethodKind.EMAIL, flow);
            flows.add(flow);
        }
        List<Outcome> outcomes = atOnce(200, i -> people.prove(flows.get(i % 40), "wrong"));
        // The fifth in a row begins a delay, and no time passes here.
        assertThat(outcomes.stream().filter(ConcurrentProofTests::isRejected)).hasSize(5);
        assertThat(outcomes).allMatch(Outcome::hasReply);
    }

    private static List<Flow> flows(People people, UUID account, MethodKind kind, int count) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(Flow.begin());
            people.start(account, kind, flows.get(i));
        }
        return flows;
    }

    private interface Attempt {
        Outcome make(int number);
    }

    private static List<Outcome> atOnce(int count, Attempt attempt) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<Outcome>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> attempt.make(number));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : threads.invokeAll(calls)) outcomes.add(future.get());
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private static boolean isVerified(Outcome outcome) {
        return outcome.events().stream().anyMatch(event -> event instanceof CodeVerified);
    }

    private static boolean isRejected(Outcome outcome) {
        return outcome.events().stream().anyMatch(event -> event instanceof CodeRejected);
    }

    private static Rig rig(boolean locking) {
        return locking ? LOCKING : WITHOUT_LOCKS;
    }

    private static People people(boolean locking) {
        return new People(rig(locking));
    }
}
