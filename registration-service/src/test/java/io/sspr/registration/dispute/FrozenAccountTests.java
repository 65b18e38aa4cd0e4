package io.sspr.registration.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.AccountUnblocked;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodsConfirmed;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.PolicyChanged;
import io.sspr.contract.reply.RegistrationRequired;
import io.sspr.contract.reply.ReregistrationRequired;
import io.sspr.contract.request.ChangePolicy;
import io.sspr.contract.request.ConfirmMethods;
import io.sspr.contract.request.ReportSignIn;
import io.sspr.contract.request.SkipRegistration;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.Visit;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What registration-service does with what reset-service tells of freezes. */
class FrozenAccountTests {
    private final Rig rig = new Rig(Presets.safe());
    private final People people = new People(rig);
    private final String login = "frozen" + UUID.randomUUID();
    private final UUID administrator = administrator(login);

    @Test
    void aFrozenAdministratorChangesNothingForAnybodyUntilUnblocked() {
        UUID other = people.provision(new AccountEntry("o" + login, "o" + login, "en", false))
                .reply(AccountProvisioned.class)
                .accountId();
        people.withEmail(other, "ana@example.org");
        dispute();

        assertThat(changePolicy().refusal()).isEqualTo(Refusal.FROZEN);
        assertThat(requireReregistration().refusal()).isEqualTo(Refusal.FROZEN);
        assertThat(people.requireReregistration(people.signedIn(administrator), "nobody")
                        .refusal())
                .isEqualTo(Refusal.FROZEN);

        unblock();
        assertThat(changePolicy().reply(PolicyChanged.class).version()).isEqualTo(2);
        assertThat(requireReregistration().reply(ReregistrationRequired.class).accountId())
                .isEqualTo(other);
    }

    @Test
    void aFrozenPersonIsAskedForNothing() {
        assertThat(signsIn().reply(RegistrationRequired.class)).isNotNull();
        dispute();
        assertThat(signsIn().reply(NothingToDo.class)).isNotNull();
        Outcome skipped = rig.request(new SkipRegistration(People.SOME_SEAL), new AccountChoice(login), null);
        assertThat(skipped.reply(NothingToDo.class)).isNotNull();
        assertThat(skipped.events()).isEmpty();
        unblock();
        assertThat(signsIn().reply(RegistrationRequired.class).skipsLeft()).isEqualTo(3);
    }

    @Test
    void nobodyTouchesTheMethodsOfAFrozenAccount() {
        UUID email = people.withEmail(administrator, "ana@example.org");
        dispute();

        Assertion thief = people.signsIn(administrator, "otp");
        assertThat(people.registerEmail(administrator, Flow.begin(), "thief@example.org")
                        .refusal())
                .isEqualTo(Refusal.FROZEN);
        assertThat(people.remove(thief, email).refusal()).isEqualTo(Refusal.FROZEN);
        assertThat(people.choose(thief, email).refusal()).isEqualTo(Refusal.FROZEN);
        assertThat(confirm(thief).refusal()).isEqualTo(Refusal.FROZEN);
        assertThat(people.stepUp(thief, MethodKind.EMAIL, Flow.begin()).refusal())
                .isEqualTo(Refusal.FROZEN);

        unblock();
        Assertion owner = people.signsIn(administrator);
        people.stepsUp(owner, MethodKind.EMAIL);
        assertThat(confirm(owner).reply(MethodsConfirmed.class)).isNotNull();
    }

    @Test
    void whatAThiefHadBegunIsOverAlsoAfterTheFreeze() {
        people.withEmail(administrator, "ana@example.org");
        Assertion thief = people.signsIn(administrator, "otp");
        people.stepsUp(thief, MethodKind.EMAIL);
        Flow begun = Flow.begin();
        String code = People.letter(
                        people.register(thief, MethodKind.EMAIL, begun, People.address("thief@example.org")))
                .code();
        Outcome disputed = dispute();
        assertThat(disputed.only(VerificationEnded.class)).isNotNull();
        assertThat(people.prove(begun, code).refusal()).isEqualTo(Refusal.ENDED);
        unblock();
        assertThat(people.prove(begun, code).refusal()).isEqualTo(Refusal.ENDED);
    }

    @Test
    void whatBelongsToAResetIsLeftToTheReset() {
        people.withEmail(administrator, "ana@example.org");
        Flow flow = Flow.begin();
        assertThat(people.start(administrator, MethodKind.EMAIL, flow).reply(ChallengeReady.class))
                .isNotNull();
        assertThat(dispute().events()).isEmpty();
    }

    @Test
    void anAdministratorsHelpEndsTheFreezeAndNoOtherChangeDoes() {
        dispute();
        rig.pass(Duration.ofMinutes(1));
        changed(Cause.CHANGED, null);
        assertThat(changePolicy().refusal()).isEqualTo(Refusal.FROZEN);
        changed(Cause.ADMINISTRATOR, UUID.randomUUID());
        assertThat(changePolicy().reply(PolicyChanged.class)).isNotNull();
    }

    @Test
    void whatWasLaterHoldsInWhicheverOrderItIsHeard() {
        Instant disputedAt = rig.now();
        Instant liftedAt = disputedAt.plusSeconds(60);
        rig.message(new AccountUnblocked(administrator, UUID.randomUUID()), liftedAt);
        rig.message(new ResetDisputed(administrator, disputedAt), disputedAt);
        assertThat(signsIn().reply(RegistrationRequired.class)).isNotNull();

        rig.message(new ResetDisputed(administrator, liftedAt.plusSeconds(1)), liftedAt.plusSeconds(1));
        assertThat(signsIn().reply(NothingToDo.class)).isNotNull();
    }

    private Outcome dispute() {
        return rig.message(UUID.randomUUID(), new ResetDisputed(administrator, rig.now()));
    }

    private void unblock() {
        rig.pass(Duration.ofMinutes(1));
        rig.message(UUID.randomUUID(), new AccountUnblocked(administrator, UUID.randomUUID()));
    }

    private void changed(Cause cause, @Nullable UUID resetId) {
        rig.message(
                UUID.randomUUID(), new PasswordChanged(administrator, 2, cause, resetId, false, rig.now(), rig.now()));
    }

    private Outcome changePolicy() {
        return rig.request(
                new ChangePolicy(People.SOME_SEAL, Presets.safe().inVersion(1)),
                new Visit(null),
                people.signedIn(administrator));
    }

    private Outcome requireReregistration() {
        return people.requireReregistration(people.signedIn(administrator), "o" + login);
    }

    private Outcome signsIn() {
        return rig.request(new ReportSignIn(People.SOME_SEAL), new AccountChoice(login), null);
    }

    private Outcome confirm(Assertion person) {
        return rig.request(new ConfirmMethods(People.SOME_SEAL), new Visit(null), person);
    }

    private UUID administrator(String name) {
        return people.provision(new AccountEntry(name, name, "en", true))
                .reply(AccountProvisioned.class)
                .accountId();
    }
}
