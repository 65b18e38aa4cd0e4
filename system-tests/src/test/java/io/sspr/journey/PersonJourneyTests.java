package io.sspr.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodRemoved;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.ResetCancelled;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.secret.Origin;
import io.sspr.demo.Mail;
import io.sspr.demo.OwnMethods;
import io.sspr.live.SamplePerson;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What people do on an ordinary day. */
class PersonJourneyTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Origin ELSEWHERE = new Origin("203.0.113.0/24", "Firefox on Windows");
    private static final String PLACE = "    From: Firefox on Windows, network 203.0.113.0/24";
    private static final String NEW_PASSWORD = "a brand new passphrase";

    private final TestSystem system = TestSystem.shared();
    private final FrontEnd portal = system.portal();

    @Test
    void resetsAForgottenPasswordWithTwoMethods() {
        SamplePerson ana = SamplePerson.registered(system, "sl");
        long seen = system.mailbox().newest(ana.address());
        Flow flow = ana.authorisedReset();
        PasswordSet set = portal.submitNewPassword(flow, NEW_PASSWORD).reply(PasswordSet.class);
        assertThat(set.version()).isEqualTo(3);
        assertThat(portal.signIn(ana.login(), NEW_PASSWORD)
                        .reply(SignedIn.class)
                        .mustChange())
                .isFalse();
        assertThat(portal.signIn(ana.login(), ana.password())
                        .reply(SignInFailed.class)
                        .reason())
                .isEqualTo(Refusal.WRONG_CREDENTIALS);
        Mail notice = system.mailbox().notice(ana.address(), seen, PATIENCE);
        assertThat(notice.text()).doesNotContain(NEW_PASSWORD);
    }

    @Test
    void changesAKnownPassword() {
        SamplePerson person = SamplePerson.registered(system, "en");
        assertThat(portal.changePassword(person.signedIn(), "not the password at all", NEW_PASSWORD)
                        .reply(RequestRefused.class)
                        .reason())
                .isEqualTo(Refusal.WRONG_CREDENTIALS);
        portal.changePassword(person.signedIn(), person.password(), NEW_PASSWORD)
                .reply(PasswordSet.class);
        portal.signIn(person.login(), NEW_PASSWORD).reply(SignedIn.class);
    }

    @Test
    void isToldFromWhereThePasswordWasReset() {
        SamplePerson ana = SamplePerson.registered(system, "sl");
        Flow flow = ana.authorisedReset();
        try (FrontEnd elsewhere = system.portalAt(ELSEWHERE)) {
            elsewhere.submitNewPassword(flow, NEW_PASSWORD).reply(PasswordSet.class);
        }
        isTold(ana, "ponastavljeno", "    Od kod: Firefox on Windows, omrežje 203.0.113.0/24");
    }

    @Test
    void isToldFromWhereThePasswordWasChangedAndFromWhereItWasGuessed() {
        SamplePerson person = SamplePerson.registered(system, "en");
        try (FrontEnd elsewhere = system.portalAt(ELSEWHERE)) {
            elsewhere
                    .changePassword(person.signedIn(), person.password(), NEW_PASSWORD)
                    .reply(PasswordSet.class);
            isTold(person, "was changed", PLACE);
            for (int i = 0; i < 10; i++)
                elsewhere.signIn(person.login(), "wrong " + i).reply(SignInFailed.class);
            isTold(person, "Too many wrong passwords", PLACE);
        }
    }

    @Test
    void isToldFromWhereAMethodWasAddedAndRemoved() {
        SamplePerson person = SamplePerson.registered(system, "en");
        String number = String.format(
                Locale.ROOT, "+38641%06d", ThreadLocalRandom.current().nextInt(1_000_000));
        try (FrontEnd elsewhere = system.portalAt(ELSEWHERE)) {
            OwnMethods methods = new OwnMethods(elsewhere, person.signedIn());
            Flow flow = Flow.begin();
            methods.registerPhone(flow, number).reply(ChallengeReady.class);
            UUID phone = elsewhere
                    .submitProof(flow, system.mailbox().code(number, 0, PATIENCE))
                    .reply(MethodRegistered.class)
                    .methodId();
            isTold(person, "A mobile phone number was added", PLACE);
            methods.remove(phone).reply(MethodRemoved.class);
            isTold(person, "A mobile phone number was removed", PLACE);
        }
    }

    @Test
    void isToldFromWhereRecoveryCodesWereAskedForUsedAndReplaced() {
        SamplePerson person = SamplePerson.registered(system, "en");
        ReplyKey key = ReplyKey.generate();
        try (FrontEnd elsewhere = system.portalAt(ELSEWHERE)) {
            OwnMethods methods = new OwnMethods(elsewhere, person.signedIn());
            Asked asked = methods.registerRecoveryCodes(Flow.begin(), key);
            RecoveryCodesReady ready = asked.reply(RecoveryCodesReady.class);
            isTold(person, "Recovery codes were issued", PLACE);
            String code =
                    key.open(ready, elsewhere.client(), asked.id()).codes().get(0);
            Flow flow = Flow.begin();
            methods.stepUp(flow, MethodKind.RECOVERY_CODE).reply(ChallengeReady.class);
            elsewhere.submitProof(flow, code).reply(StepUpPassed.class);
            isTold(person, "A recovery code of your", PLACE);
            elsewhere.collectRecoveryCode(flow, ReplyKey.generate()).reply(RecoveryCodesReady.class);
            isTold(person, "A recovery code was issued for", PLACE);
        }
    }

    /** Of earlier notices some may still be on their way. */
    private void isTold(SamplePerson person, String what, String place) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailbox().mails(person.address()))
                        .anySatisfy(mail -> {
                            assertThat(mail.text()).contains(what);
                            assertThat(mail.text().lines()).contains(place);
                        }));
    }

    @Test
    void learnsEveryRuleThatANewPasswordBreaksAndTriesAgain() {
        SamplePerson person = SamplePerson.registered(system, "en");
        Flow flow = person.authorisedReset();
        assertThat(portal.submitNewPassword(flow, "short\u0007")
                        .reply(PasswordRefused.class)
                        .rules())
                .contains(PasswordRule.TOO_SHORT, PasswordRule.FORBIDDEN_CHARACTER);
        assertThat(portal.submitNewPassword(flow, person.password())
                        .reply(PasswordRefused.class)
                        .rules())
                .containsExactly(PasswordRule.SAME_AS_CURRENT);
        portal.submitNewPassword(flow, NEW_PASSWORD).reply(PasswordSet.class);
    }

    @Test
    void cannotUseTheSameKindOfMethodTwice() {
        SamplePerson person = SamplePerson.registered(system, "en");
        Flow flow = Flow.begin();
        portal.requestReset(flow, person.login()).reply(MethodsOffered.class);
        portal.chooseMethod(flow, MethodKind.AUTHENTICATOR_APP).reply(ChallengeReady.class);
        GatePassed passed = portal.submitProof(flow, person.app().code()).reply(GatePassed.class);
        assertThat(passed.kinds()).contains(MethodKind.EMAIL).doesNotContain(MethodKind.AUTHENTICATOR_APP);
        assertThat(portal.chooseMethod(flow, MethodKind.AUTHENTICATOR_APP)
                        .reply(RequestRefused.class)
                        .reason())
                .isEqualTo(Refusal.METHODS_NOT_DIFFERENT);
    }

    @Test
    void fiveWrongProofsEndAVerificationEvenForTheRightCode() {
        SamplePerson person = SamplePerson.registered(system, "en");
        Flow flow = Flow.begin();
        long seen = system.mailbox().newest(person.address());
        portal.requestReset(flow, person.login()).reply(MethodsOffered.class);
        portal.chooseMethod(flow, MethodKind.EMAIL).reply(ChallengeReady.class);
        String code = system.mailbox().code(person.address(), seen, PATIENCE);
        String wrong = code.startsWith("1") ? "2" + code.substring(1) : "1" + code.substring(1);
        for (int left = 4; left >= 0; left--)
            assertThat(portal.submitProof(flow, wrong)
                            .reply(ProofRejected.class)
                            .attemptsLeft())
                    .isEqualTo(left);
        assertThat(portal.submitProof(flow, code).reply()).isNotInstanceOf(GatePassed.class);
    }

    @Test
    void cancelsAReset() {
        SamplePerson person = SamplePerson.registered(system, "en");
        Flow flow = Flow.begin();
        portal.requestReset(flow, person.login()).reply(MethodsOffered.class);
        portal.cancel(flow).reply(ResetCancelled.class);
        assertThat(portal.chooseMethod(flow, MethodKind.EMAIL)
                        .reply(RequestRefused.class)
                        .reason())
                .isEqualTo(Refusal.ENDED);
    }

    @Test
    void aStrangerSeesNoDifferenceBetweenAKnownAndAnUnknownLogin() {
        SamplePerson person = SamplePerson.registered(system, "en");
        Flow known = Flow.begin();
        Flow unknown = Flow.begin();
        MethodsOffered offeredToKnown =
                portal.requestReset(known, person.login()).reply(MethodsOffered.class);
        MethodsOffered offeredToUnknown =
                portal.requestReset(unknown, "nobody-" + unknown.id()).reply(MethodsOffered.class);
        assertThat(offeredToUnknown.kinds()).isEqualTo(offeredToKnown.kinds());
        assertThat(offeredToUnknown.gates()).isEqualTo(offeredToKnown.gates());
        for (MethodKind kind : MethodKind.values()) {
            ChallengeReady toKnown = portal.chooseMethod(known, kind).reply(ChallengeReady.class);
            ChallengeReady toUnknown = portal.chooseMethod(unknown, kind).reply(ChallengeReady.class);
            assertThat(toUnknown.digits()).isEqualTo(toKnown.digits());
            assertThat(toUnknown.resendAt() == null).isEqualTo(toKnown.resendAt() == null);
            ProofRejected fromKnown = portal.submitProof(known, "00000000").reply(ProofRejected.class);
            ProofRejected fromUnknown = portal.submitProof(unknown, "00000000").reply(ProofRejected.class);
            assertThat(fromUnknown.reason()).isEqualTo(fromKnown.reason());
            assertThat(fromUnknown.attemptsLeft()).isEqualTo(fromKnown.attemptsLeft());
        }
    }

    @Test
    void setsThePasswordOnceOnly() {
        SamplePerson person = SamplePerson.registered(system, "en");
        Flow flow = person.authorisedReset();
        portal.submitNewPassword(flow, NEW_PASSWORD).reply(PasswordSet.class);
        assertThat(portal.submitNewPassword(flow, "yet another passphrase")
                        .reply(RequestRefused.class)
                        .reason())
                .isEqualTo(Refusal.ENDED);
        portal.signIn(person.login(), NEW_PASSWORD).reply(SignedIn.class);
    }

    @Test
    void noticesGoToAllVerifiedAddresses() {
        SamplePerson person = SamplePerson.registered(system, "en");
        String second = person.registerAnother();
        long seenFirst = system.mailbox().newest(person.address());
        long seenSecond = system.mailbox().newest(second);
        portal.changePassword(person.signedIn(), person.password(), NEW_PASSWORD)
                .reply(PasswordSet.class);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(system.mailbox().newest(person.address())).isGreaterThan(seenFirst);
            assertThat(system.mailbox().newest(second)).isGreaterThan(seenSecond);
        });
    }

    @Test
    void resetAuthorizedSaysTheRules() {
        SamplePerson person = SamplePerson.registered(system, "en");
        Flow flow = Flow.begin();
        ResetAuthorized authorized = person.reset(flow);
        assertThat(authorized.rules().minimumLength()).isEqualTo(15);
    }
}
