package io.sspr.registration.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.DefaultMethodChosen;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.Removal;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.ReplyKeyEntry;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManageMethodsTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void aPersonRemovesAMethod() {
        UUID email = people.withEmail(account, "ana@example.org");
        Outcome removed = people.remove(people.signedIn(account), email);
        assertThat(removed.reply(io.sspr.contract.reply.MethodRemoved.class).methodId())
                .isEqualTo(email);
        assertThat(removed.only(MethodRemoved.class))
                .isEqualTo(new MethodRemoved(email, account, MethodKind.EMAIL, Removal.OWNER));
        assertThat(removed.only(Method.class).status()).isEqualTo(MethodStatus.REMOVED);
        assertThat(removed.only(Method.class).address()).isNull();
        assertThat(sentTo(MethodKind.EMAIL)).isNull();
    }

    @Test
    void aCodeOfARemovedMethodProvesNothing() {
        UUID email = people.withEmail(account, "ana@example.org");
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        people.remove(people.signedIn(account), email);
        assertThat(people.prove(flow, code).reply(ProofRejected.class).reason()).isEqualTo(Refusal.WRONG_PROOF);
    }

    @Test
    void onlyWhoeverProvedTheStrongestRemovesOrChooses() {
        UUID email = people.withEmail(account, "ana@example.org");
        people.withApp(account);
        Assertion person = people.signsIn(account);
        assertThat(people.remove(person, email).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
        people.stepsUp(person, MethodKind.EMAIL);
        assertThat(people.remove(person, email).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
        assertThat(people.choose(person, email).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
        Assertion byApp = people.signsIn(account, "otp");
        assertThat(people.choose(byApp, email).hasReply()).isTrue();
        assertThat(people.remove(byApp, email).only(MethodRemoved.class)).isNotNull();
    }

    @Test
    void nobodyRemovesOrChoosesWhatIsAnothersOrTheOrganisations() {
        UUID own = people.withEmail(account, "ana@example.org");
        people.importing(account, List.of(new ImportedMethod(MethodKind.SMS, "+38640123456")));
        UUID imported = shown(MethodKind.SMS).methodId();
        UUID other = people.provision();
        UUID others = people.withEmail(other, "eva@example.org");
        for (UUID id : List.of(imported, others, UUID.randomUUID())) {
            assertThat(people.remove(people.signedIn(account), id).refusal()).isEqualTo(Refusal.UNKNOWN_METHOD);
            assertThat(people.choose(people.signedIn(account), id).refusal()).isEqualTo(Refusal.UNKNOWN_METHOD);
        }
        assertThat(shown(MethodKind.EMAIL).methodId()).isEqualTo(own);
    }

    @Test
    void aPersonChoosesWhichAddressCodesGoTo() {
        people.withEmail(account, "old@example.org");
        UUID chosen = people.withEmail(account, "new@example.org");
        assertThat(sentTo(MethodKind.EMAIL)).isEqualTo("old@example.org");
        Outcome outcome = people.choose(people.signedIn(account), chosen);
        assertThat(outcome.only(DefaultMethodChosen.class))
                .isEqualTo(new DefaultMethodChosen(chosen, account, MethodKind.EMAIL));
        assertThat(sentTo(MethodKind.EMAIL)).isEqualTo("new@example.org");
        assertThat(people.choose(people.signedIn(account), chosen).events()).isEmpty();
    }

    @Test
    void nobodyChoosesAmongKindsThatThereIsOneOf() {
        UUID codes = people.recoveryCodes(people.signedIn(account))
                .outcome()
                .only(io.sspr.contract.event.MethodRegistered.class)
                .methodId();
        assertThat(people.choose(people.signedIn(account), codes).refusal()).isEqualTo(Refusal.UNKNOWN_METHOD);
    }

    @Test
    void theOldestThatIsLeftTakesThePlaceOfARemovedDefault() {
        UUID oldest = people.withEmail(account, "oldest@example.org");
        people.withEmail(account, "middle@example.org");
        UUID chosen = people.withEmail(account, "chosen@example.org");
        people.choose(people.signedIn(account), chosen);
        Outcome removed = people.remove(people.signedIn(account), chosen);
        assertThat(removed.only(DefaultMethodChosen.class).methodId()).isEqualTo(oldest);
        assertThat(sentTo(MethodKind.EMAIL)).isEqualTo("oldest@example.org");
    }

    @Test
    void aPersonSeesEnoughToTellTheirMethodsApart() {
        people.importing(account, List.of(new ImportedMethod(MethodKind.EMAIL, "imported@example.org")));
        people.withEmail(account, "anik@example.org");
        people.withSms(account, "+38640123456");
        people.recoveryCodes(people.signedIn(account));
        people.withApp(account);
        List<MethodView> views = people.shown(people.signedIn(account));
        assertThat(views)
                .extracting(MethodView::hint)
                .containsExactly("a…k@example.org", "+386 … 456", null, null, "i…d@example.org");
        assertThat(views)
                .extracting(MethodView::status)
                .containsExactly(
                        MethodStatus.VERIFIED,
                        MethodStatus.VERIFIED,
                        MethodStatus.VERIFIED,
                        MethodStatus.VERIFIED,
                        MethodStatus.IMPORTED);
        assertThat(views).extracting(MethodView::preferred).containsExactly(true, true, true, true, false);
        assertThat(views).extracting(MethodView::codesLeft).containsExactly(0, 0, 10, 0, 0);
    }

    @Test
    void aShortAddressIsNotGivenAwayByItsHint() {
        people.withEmail(account, "ab@example.org");
        assertThat(shown(MethodKind.EMAIL).hint()).isEqualTo("a…@example.org");
    }

    @Test
    void allThatCanBeThereIsShownInOneSeal() {
        for (int i = 0; i < 5; i++) people.withEmail(account, "ana" + i + "@" + "sub.".repeat(40) + "example.org");
        for (int i = 0; i < 2; i++) people.withSms(account, "+3864012345" + i);
        for (int i = 0; i < 5; i++) people.withApp(account);
        people.recoveryCodes(people.signsIn(account, "otp"));
        assertThat(people.shown(people.signedIn(account)))
                .hasSize(13)
                .allMatch(view -> view.hint() == null || view.hint().length() <= 64);
    }

    @Test
    void nobodySeesMethodsLongAfterTheySignedIn() {
        String key = People.replyKey().toPublicJWK().toJSONString();
        Assertion old = people.signedIn(account, RIG.now().minus(Duration.ofMinutes(11)));
        assertThat(RIG.request(new ShowMethods(People.SOME_SEAL), new ReplyKeyEntry(key, null), old)
                        .refusal())
                .isEqualTo(Refusal.SIGN_IN_TOO_OLD);
        assertThat(RIG.request(
                                new ShowMethods(People.SOME_SEAL),
                                new ReplyKeyEntry("{}", null),
                                people.signedIn(account))
                        .refusal())
                .isEqualTo(Refusal.REPLY_KEY_INVALID);
    }

    private MethodView shown(MethodKind kind) {
        return people.shown(people.signedIn(account)).stream()
                .filter(view -> view.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private @Nullable String sentTo(MethodKind kind) {
        return People.letter(people.start(account, kind, Flow.begin())).address();
    }
}
