package io.sspr.registration.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.Removal;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.contract.secret.MethodEntry;
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

/** From the second method on: who may register it, and from when on it counts (ATK-17). */
class NextMethodTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void needsAProofWithinTheSameSignIn() {
        people.withEmail(account, "ana@example.org");
        Outcome refused = registerSms(people.signsIn(account));
        assertThat(refused.refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
        assertThat(refused.told()).hasSize(1);
    }

    @Test
    void tellsAStrangerWithAPasswordNothingOfWhatIsThere() {
        people.withEmail(account, "ana@example.org");
        Assertion person = people.signsIn(account);
        assertThat(people.register(person, MethodKind.EMAIL, flow, People.address("ana@example.org"))
                        .refusal())
                .isEqualTo(Refusal.STEP_UP_NEEDED);
    }

    @Test
    void isVouchedForByWhatWasRegisteredInTheSameSignIn() {
        people.withEmail(account, "ana@example.org");
        assertThat(proven(registerSms(people.signedIn(account))).usableFrom()).isNull();
    }

    @Test
    void isVouchedForByAStepUpForTenMinutes() {
        people.withEmail(account, "ana@example.org");
        Assertion person = people.signsIn(account);
        people.stepsUp(person, MethodKind.EMAIL);
        RIG.pass(Duration.ofMinutes(10));
        assertThat(registerSms(people.signedIn(account, person.authTime())).hasReply())
                .isTrue();
        RIG.pass(Duration.ofSeconds(1));
        assertThat(people.remove(person, UUID.randomUUID()).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
    }

    @Test
    void isNotVouchedForInAnotherSignIn() {
        people.withEmail(account, "ana@example.org");
        people.stepsUp(people.signsIn(account), MethodKind.EMAIL);
        assertThat(registerSms(people.signsIn(account)).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
    }

    @Test
    void isNotVouchedForThroughAnotherFrontEndOfTheSameMoment() {
        people.withEmail(account, "ana@example.org");
        Assertion here = people.signedIn(account);
        Assertion elsewhere = new Assertion(
                "kiosk",
                account,
                here.audience(),
                here.action(),
                here.requestId(),
                here.digest(),
                here.issuedAt(),
                here.authTime(),
                here.amr());
        assertThat(registerSms(elsewhere).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
        assertThat(registerSms(here).hasReply()).isTrue();
    }

    @Test
    void isVouchedForByTheWordsOfTheFrontEndForAnAppAndForSms() {
        UUID withApp = people.provision();
        people.withApp(withApp);
        assertThat(registerSms(people.signsIn(withApp, "otp")).reply(ChallengeReady.class))
                .isNotNull();
        UUID other = people.provision();
        people.withApp(other);
        for (String word : List.of("sms", "hwk", "swk", "mfa"))
            assertThat(registerSms(people.signsIn(other, word)).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
        UUID withSms = people.provision();
        people.withSms(withSms, "+38640123457");
        assertThat(registerSms(people.signsIn(withSms, "sms")).reply(ChallengeReady.class))
                .isNotNull();
        assertThat(registerSms(people.signsIn(withSms, "otp")).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
    }

    @Test
    void countsAtOnceWhenTheStrongestVouchesForIt() {
        people.withEmail(account, "ana@example.org");
        people.withApp(account);
        MethodRegistered registered = proven(registerSms(people.signsIn(account, "otp")));
        assertThat(registered.usableFrom()).isNull();
        assertThat(startsSms()).isEqualTo("+38640123456");
    }

    @Test
    void isQuarantinedWhenAWeakerOneVouchesForIt() {
        people.withEmail(account, "ana@example.org");
        people.withApp(account);
        Assertion person = people.signsIn(account);
        people.stepsUp(person, MethodKind.EMAIL);
        Outcome outcome = provenOutcome(registerSms(person));
        assertThat(outcome.only(MethodRegistered.class).usableFrom())
                .isEqualTo(RIG.now().plus(Duration.ofHours(24)));
        assertThat(outcome.only(Method.class).status()).isEqualTo(MethodStatus.QUARANTINED);
        assertThat(outcome.reply(io.sspr.contract.reply.MethodRegistered.class).usableFrom())
                .isEqualTo(RIG.now().plus(Duration.ofHours(24)));
    }

    @Test
    void servesNoResetAndVouchesForNothingWhileItIsQuarantined() {
        UUID sms = quarantinedSms();
        assertThat(startsSms()).isNull();
        Flow reset = Flow.begin();
        String code =
                People.letter(people.start(account, MethodKind.SMS, reset)).code();
        assertThat(people.prove(reset, code).events()).noneMatch(CodeVerified.class::isInstance);
        Assertion person = people.signsIn(account);
        assertThat(people.stepUp(person, MethodKind.SMS, Flow.begin()).refusal())
                .isEqualTo(Refusal.KIND_NOT_OFFERED);
        assertThat(people.choose(people.signsIn(account, "otp"), sms).refusal()).isEqualTo(Refusal.UNKNOWN_METHOD);
        assertThat(people.register(
                                people.signsIn(account, "sms"),
                                MethodKind.EMAIL,
                                Flow.begin(),
                                People.address("e@example.org"))
                        .refusal())
                .isEqualTo(Refusal.STEP_UP_NEEDED);
    }

    @Test
    void takesItsPlaceAmongTheLimitsWhileItIsQuarantined() {
        quarantinedSms();
        Assertion person = people.signsIn(account, "otp");
        assertThat(people.register(person, MethodKind.SMS, Flow.begin(), People.address("+38640123456"))
                        .refusal())
                .isEqualTo(Refusal.ADDRESS_TAKEN);
    }

    @Test
    void countsAtOnceWherePolicyKnowsNoQuarantine() {
        Rig lenient = new Rig(Rig.policy(0, false));
        People there = new People(lenient);
        UUID person = there.provision();
        there.withEmail(person, "ana@example.org");
        there.withApp(person);
        Assertion signedIn = there.signsIn(person);
        there.stepsUp(signedIn, MethodKind.EMAIL);
        String code = People.letter(there.register(signedIn, MethodKind.SMS, flow, People.address("+38640123456")))
                .code();
        assertThat(there.prove(flow, code).only(MethodRegistered.class).usableFrom())
                .isNull();
    }

    @Test
    void isTheFirstWhereOnlyImportedOnesAre() {
        people.importing(account, List.of(new ImportedMethod(MethodKind.EMAIL, "ana@example.org")));
        assertThat(proven(registerSms(people.signsIn(account))).usableFrom()).isNull();
    }

    @Test
    void isQuarantinedWhereEverythingIsLockedSoThatNobodyLocksAPersonsMethodsToBeTheFirst() {
        UUID email = people.withEmail(account, "ana@example.org");
        lock(email);
        Assertion thief = people.signsIn(account);
        assertThat(people.remove(thief, email).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
        assertThat(proven(registerSms(thief)).usableFrom()).isNotNull();
    }

    @Test
    void countsAtOnceWhereItIsTheVeryAddressThatWasLocked() {
        lock(people.withEmail(account, "ana@example.org"));
        Outcome begun =
                people.register(people.signsIn(account), MethodKind.EMAIL, flow, People.address("ana@example.org"));
        assertThat(proven(begun).usableFrom()).isNull();
    }

    @Test
    void isJudgedByWhatTheAccountHasWhenItIsProven() {
        Assertion thief = people.signsIn(account);
        Outcome begun = registerSms(thief);
        // The owner registers meanwhile, in a sign-in of their own.
        people.signsIn(account);
        people.withApp(account);
        assertThat(people.prove(flow, People.letter(begun).code()).refusal()).isEqualTo(Refusal.STEP_UP_NEEDED);
    }

    @Test
    void takesThePlaceOfTheOneThatIsNamed() {
        UUID old = people.withEmail(account, "old@example.org");
        MethodEntry entry = new MethodEntry("new@example.org", null, old, null);
        Outcome begun = people.register(people.signedIn(account), MethodKind.EMAIL, flow, entry);
        Outcome proven = people.prove(flow, People.letter(begun).code());
        assertThat(proven.only(MethodRemoved.class))
                .isEqualTo(new MethodRemoved(old, account, MethodKind.EMAIL, Removal.REPLACED));
        assertThat(proven.states())
                .extracting(state -> ((Method) state).status())
                .containsExactly(MethodStatus.REMOVED, MethodStatus.VERIFIED);
    }

    @Test
    void takesThePlaceOfAnotherOnlyWhenTheStrongestVouchesForIt() {
        UUID old = people.withEmail(account, "old@example.org");
        people.withApp(account);
        Assertion person = people.signsIn(account);
        people.stepsUp(person, MethodKind.EMAIL);
        MethodEntry entry = new MethodEntry("new@example.org", null, old, null);
        assertThat(people.register(person, MethodKind.EMAIL, flow, entry).refusal())
                .isEqualTo(Refusal.STEP_UP_NEEDED);
        MethodEntry app = new MethodEntry("+38640123456", null, old, null);
        assertThat(people.register(people.signsIn(account, "otp"), MethodKind.SMS, flow, app)
                        .refusal())
                .isEqualTo(Refusal.UNKNOWN_METHOD);
    }

    private static void lock(UUID methodId) {
        RIG.database()
                .sql("UPDATE methods SET status = 'LOCKED' WHERE method_id = :id")
                .param("id", methodId)
                .update();
    }

    private UUID quarantinedSms() {
        people.withEmail(account, "ana@example.org");
        people.withApp(account);
        Assertion person = people.signsIn(account);
        people.stepsUp(person, MethodKind.EMAIL);
        return proven(registerSms(person)).methodId();
    }

    private Outcome registerSms(Assertion person) {
        return people.register(person, MethodKind.SMS, flowOf(person), People.address("+38640123456"));
    }

    /** A flow per sign-in: refused requests begin none. */
    private Flow flowOf(Assertion person) {
        return person.subject().equals(account) ? flow : Flow.begin();
    }

    private MethodRegistered proven(Outcome begun) {
        return provenOutcome(begun).only(MethodRegistered.class);
    }

    private Outcome provenOutcome(Outcome begun) {
        return people.prove(flow, People.letter(begun).code());
    }

    private @Nullable String startsSms() {
        return People.letter(people.start(account, MethodKind.SMS, Flow.begin()))
                .address();
    }
}
