package io.sspr.registration.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.MethodsConfirmed;
import io.sspr.contract.event.RegistrationDemanded;
import io.sspr.contract.event.RegistrationSkipped;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.RegistrationReason;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.RegistrationRequired;
import io.sspr.contract.request.ConfirmMethods;
import io.sspr.contract.request.ReportSignIn;
import io.sspr.contract.request.SkipRegistration;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.Visit;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DemandTests {
    private static final Rig RIG = new Rig(Presets.safe());
    private final People people = new People(RIG);
    private final String login = "d" + UUID.randomUUID();
    private final UUID account = people.provision(new AccountEntry(login, login, "en", false))
            .reply(AccountProvisioned.class)
            .accountId();

    @Test
    void whoeverHasNothingIsAskedAndTheAuditHearsOfItOnce() {
        Outcome first = signsIn();
        RegistrationRequired required = first.reply(RegistrationRequired.class);
        assertThat(required.accountId()).isEqualTo(account);
        assertThat(required.reasons()).containsExactly(RegistrationReason.RESET_NEEDS_MORE);
        assertThat(required.suggested()).containsExactly(MethodKind.AUTHENTICATOR_APP, MethodKind.RECOVERY_CODE);
        assertThat(required.alternatives()).containsExactly(MethodKind.EMAIL);
        assertThat(first.only(RegistrationDemanded.class).accountId()).isEqualTo(account);
        assertThat(signsIn().events()).isEmpty();
    }

    @Test
    void itMayBePutOffThreeTimes() {
        signsIn();
        for (int left = 2; left >= 0; left--) {
            Outcome skipped = skips();
            assertThat(skipped.reply(io.sspr.contract.reply.RegistrationSkipped.class)
                            .skipsLeft())
                    .isEqualTo(left);
            assertThat(skipped.only(RegistrationSkipped.class).count()).isEqualTo(3 - left);
        }
        assertThat(skips().refusal()).isEqualTo(Refusal.NO_SKIPS_LEFT);
        assertThat(signsIn().reply(RegistrationRequired.class).mayBeSkipped()).isFalse();
    }

    @Test
    void whoeverHasEnoughHasNothingToDoUntilTheIntervalIsOver() {
        people.withEmail(account, "ana@example.org");
        people.withApp(account);
        assertThat(signsIn().reply(NothingToDo.class)).isNotNull();
        assertThat(skips().reply(NothingToDo.class)).isNotNull();
        RIG.pass(Duration.ofDays(365));
        assertThat(signsIn().reply(RegistrationRequired.class).reasons())
                .containsExactly(RegistrationReason.RECONFIRMATION);
        Outcome confirmed = confirms();
        assertThat(confirmed.only(MethodsConfirmed.class)).isEqualTo(new MethodsConfirmed(account));
        assertThat(confirmed
                        .reply(io.sspr.contract.reply.MethodsConfirmed.class)
                        .nextAt())
                .isEqualTo(RIG.now().plus(Duration.ofDays(365)));
        assertThat(signsIn().reply(NothingToDo.class)).isNotNull();
    }

    @Test
    void nobodyConfirmsWhatTheyHaveNotProvenOrDoNotHave() {
        assertThat(confirms().refusal()).isEqualTo(Refusal.UNKNOWN_METHOD);
        people.withEmail(account, "ana@example.org");
        RIG.pass(Duration.ofHours(1));
        assertThat(RIG.request(new ConfirmMethods(People.SOME_SEAL), new Visit(null), people.signsIn(account))
                        .refusal())
                .isEqualTo(Refusal.STEP_UP_NEEDED);
    }

    @Test
    void whoeverMustRegisterAnewIsToldSo() {
        UUID chief = people.provision(new AccountEntry("c" + login, "c" + login, "en", true))
                .reply(AccountProvisioned.class)
                .accountId();
        people.requireReregistration(people.signedIn(chief), login);
        RegistrationRequired required = signsIn().reply(RegistrationRequired.class);
        assertThat(required.reasons())
                .containsExactly(RegistrationReason.REREGISTRATION, RegistrationReason.RESET_NEEDS_MORE);
        assertThat(required.mayBeSkipped()).isFalse();
    }

    @Test
    void ofAnUnknownLoginThereIsNoAccount() {
        Outcome unknown = RIG.request(new ReportSignIn(People.SOME_SEAL), new AccountChoice("nobody"), null);
        assertThat(unknown.refusal()).isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    private Outcome signsIn() {
        return RIG.request(new ReportSignIn(People.SOME_SEAL), new AccountChoice(login), null);
    }

    private Outcome skips() {
        return RIG.request(new SkipRegistration(People.SOME_SEAL), new AccountChoice(login), null);
    }

    private Outcome confirms() {
        return RIG.request(new ConfirmMethods(People.SOME_SEAL), new Visit(null), people.signsIn(account, "otp"));
    }
}
