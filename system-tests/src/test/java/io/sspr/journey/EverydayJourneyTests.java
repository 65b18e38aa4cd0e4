package io.sspr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.AccountUnlocked;
import io.sspr.contract.reply.AdministratorContacted;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodRemoved;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ReregistrationRequired;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.ResetDisputed;
import io.sspr.contract.reply.ResetStarted;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.reply.Unblocked;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.state.MethodStatus;
import io.sspr.demo.Administration;
import io.sspr.demo.Help;
import io.sspr.demo.Mail;
import io.sspr.demo.OwnMethods;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A working life with a mail address, a telephone and recovery codes on paper, and no authenticator app. */
class EverydayJourneyTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WANTED = "another passphrase, quite new";

    private final TestSystem system = TestSystem.shared();
    private final FrontEnd portal = system.portal();
    private final String login = "everyday-" + UUID.randomUUID();
    private final String address = login + "@example.org";
    private final String number =
            String.format(Locale.ROOT, "+38640%06d", ThreadLocalRandom.current().nextInt(1_000_000));
    private String password = "first password of " + login;
    private List<String> codes = List.of();

    @BeforeEach
    void register() {
        known(login, password, false);
        Person person = signIn();
        Flow flow = Flow.begin();
        portal.registerEmail(person, flow, address).reply(ChallengeReady.class);
        prove(flow, system.mailbox().code(address, 0, PATIENCE), MethodRegistered.class);
        Flow phone = Flow.begin();
        new OwnMethods(portal, person).registerPhone(phone, number).reply(ChallengeReady.class);
        prove(phone, system.mailbox().code(number, 0, PATIENCE), MethodRegistered.class);
        ReplyKey key = ReplyKey.generate();
        Asked asked = new OwnMethods(portal, person).registerRecoveryCodes(Flow.begin(), key);
        codes = key.open(asked.reply(RecoveryCodesReady.class), portal.client(), asked.id())
                .codes();
    }

    @Test
    void resetsWithTheTelephoneAndACodeFromPaperAndGetsANewCode() {
        Flow flow = Flow.begin();
        portal.requestReset(flow, login).reply(MethodsOffered.class);
        proveText(flow, GatePassed.class);
        proveFromPaper(flow, 0, ResetAuthorized.class);
        portal.submitNewPassword(flow, WANTED).reply(PasswordSet.class);
        ReplyKey key = ReplyKey.generate();
        Asked asked = portal.collectRecoveryCode(flow, key);
        List<String> successor = key.open(asked.reply(RecoveryCodesReady.class), portal.client(), asked.id())
                .codes();
        assertThat(successor).hasSize(1).doesNotContainAnyElementsOf(codes);
        password = WANTED;
        Flow again = Flow.begin();
        portal.requestReset(again, login).reply(MethodsOffered.class);
        portal.chooseMethod(again, MethodKind.RECOVERY_CODE).reply(ChallengeReady.class);
        assertThat(portal.submitProof(again, codes.get(0)).reply().getClass().getSimpleName())
                .isEqualTo("ProofRejected");
        prove(again, successor.get(0), GatePassed.class);
    }

    @Test
    void unlocksAfterSomebodyTypedTenWrongPasswords() {
        for (int i = 0; i < 10; i++) portal.signIn(login, "wrong " + i).reply(SignInFailed.class);
        assertThat(portal.signIn(login, password).reply(SignInFailed.class).reason())
                .isEqualTo(Refusal.LOCKED);
        Flow flow = Flow.begin();
        portal.requestUnlock(flow, login).reply(MethodsOffered.class);
        proveText(flow, GatePassed.class);
        proveFromPaper(flow, 1, AccountUnlocked.class);
        signIn();
        assertThat(portal.submitNewPassword(flow, WANTED)
                        .reply(RequestRefused.class)
                        .reason())
                .isEqualTo(Refusal.ENDED);
    }

    @Test
    void anAdministratorHelpsWithoutEverKnowingAPassword() {
        Administration administration = administration();
        long seen = system.mailbox().newest(address);
        administration.startResetFor(login).reply(ResetStarted.class);
        assertThat(portal.signIn(login, password).reply(SignedIn.class).mustChange())
                .isTrue();
        Flow flow = Flow.begin();
        portal.requestReset(flow, login).reply(MethodsOffered.class);
        portal.chooseMethod(flow, MethodKind.ADMINISTRATOR_CODE).reply(ChallengeReady.class);
        prove(flow, system.mailbox().code(address, seen, PATIENCE), ResetAuthorized.class);
        portal.submitNewPassword(flow, WANTED).reply(PasswordSet.class);
        assertThat(portal.signIn(login, WANTED).reply(SignedIn.class).mustChange())
                .isFalse();
        administration.requireReregistration(login).reply(ReregistrationRequired.class);
        password = WANTED;
        assertThat(new OwnMethods(portal, signIn()).all()).isEmpty();
    }

    @Test
    void whoIsToldOfAResetThatWasNotTheirsStopsEverything() {
        long seen = system.mailbox().newest(address);
        resetsWithTheTelephoneAndACodeFromPaperAndGetsANewCode();
        Mail notice = system.mailbox().notice(address, seen, PATIENCE);
        Flow running = Flow.begin();
        portal.requestReset(running, login).reply(MethodsOffered.class);
        new Help(portal).dispute(notice.disputeToken().orElseThrow()).reply(ResetDisputed.class);
        assertThat(portal.chooseMethod(running, MethodKind.SMS)
                        .reply(RequestRefused.class)
                        .reason())
                .isEqualTo(Refusal.ENDED);
        assertThat(portal.signIn(login, password).reply(SignInFailed.class).reason())
                .isEqualTo(Refusal.FROZEN);
        administration().unblock(login).reply(Unblocked.class);
        signIn();
        new Help(portal).dispute(login, notice.disputeCode().orElseThrow()).reply(ResetDisputed.class);
        assertThat(portal.signIn(login, password).reply(SignInFailed.class).reason())
                .isEqualTo(Refusal.FROZEN);
    }

    @Test
    void removesAMethodOnlyWithTheStrongestAtHand() {
        // A sign-in of another time: what was proven in that of the registration does not count.
        Person person = new Person(signIn().accountId(), Instant.now().minusSeconds(60), List.of("pwd"));
        OwnMethods methods = new OwnMethods(portal, person);
        List<MethodView> all = methods.all();
        assertThat(all)
                .extracting(MethodView::kind)
                .containsExactlyInAnyOrder(MethodKind.EMAIL, MethodKind.SMS, MethodKind.RECOVERY_CODE);
        assertThat(all).allMatch(method -> method.status() == MethodStatus.VERIFIED);
        UUID phone = all.stream()
                .filter(method -> method.kind() == MethodKind.SMS)
                .findFirst()
                .orElseThrow()
                .methodId();
        assertThat(methods.remove(phone).reply(RequestRefused.class).reason()).isEqualTo(Refusal.STEP_UP_NEEDED);
        Flow flow = Flow.begin();
        methods.stepUp(flow, MethodKind.RECOVERY_CODE).reply(ChallengeReady.class);
        prove(flow, codes.get(2), StepUpPassed.class);
        long seen = system.mailbox().newest(number);
        methods.remove(phone).reply(MethodRemoved.class);
        assertThat(methods.all()).extracting(MethodView::kind).doesNotContain(MethodKind.SMS);
        // The number that was removed is told too.
        system.mailbox().notice(number, seen, PATIENCE);
    }

    @Test
    void asksAnAdministratorForHelp() {
        Flow flow = Flow.begin();
        portal.requestReset(flow, login).reply(MethodsOffered.class);
        new Help(portal).contactAdministrator(flow).reply(AdministratorContacted.class);
        Flow nobodys = Flow.begin();
        portal.requestReset(nobodys, "nobody-" + UUID.randomUUID()).reply(MethodsOffered.class);
        new Help(portal).contactAdministrator(nobodys).reply(AdministratorContacted.class);
    }

    private Administration administration() {
        String name = "administrator-" + UUID.randomUUID();
        known(name, "password of " + name, true);
        SignedIn reply = system.console().signIn(name, "password of " + name).reply(SignedIn.class);
        return new Administration(
                system.console(), Person.of(reply, Instant.now()).withApp());
    }

    private void known(String name, String firstPassword, boolean administrator) {
        UUID account = system.directory()
                .provision(new AccountEntry(name, name, "en", administrator))
                .reply(AccountProvisioned.class)
                .accountId();
        system.directory()
                .importCredential(account, new InitialCredential(null, firstPassword, false))
                .reply(CredentialImported.class);
    }

    private Person signIn() {
        return Person.of(portal.signIn(login, password).reply(SignedIn.class), Instant.now());
    }

    private <R extends Reply> void proveText(Flow flow, Class<R> expected) {
        long seen = system.mailbox().newest(number);
        portal.chooseMethod(flow, MethodKind.SMS).reply(ChallengeReady.class);
        prove(flow, system.mailbox().code(number, seen, PATIENCE), expected);
    }

    private <R extends Reply> void proveFromPaper(Flow flow, int code, Class<R> expected) {
        portal.chooseMethod(flow, MethodKind.RECOVERY_CODE).reply(ChallengeReady.class);
        prove(flow, codes.get(code), expected);
    }

    private <R extends Reply> void prove(Flow flow, String proof, Class<R> expected) {
        portal.submitProof(flow, proof).reply(expected);
    }
}
