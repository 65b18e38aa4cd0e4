package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.AccountUnblocked;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ReregistrationRequired;
import io.sspr.contract.internal.IssueAdministratorCode;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.ResetStarted;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.reply.Unblocked;
import io.sspr.contract.request.StartResetFor;
import io.sspr.contract.seal.Disputes;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.reset.Portal.Flow;
import io.sspr.reset.freeze.Freezes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators do for others (ATK-18: the help desk as a way in). */
class AdministratorJourneyTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String NEW = "staple correct horse";
    private static final AtomicInteger POLICIES = new AtomicInteger(2000);

    private static Portal portal;
    private static Portal feed;
    private static Portal console;
    private static UUID administrator;
    private static RecordedTopic passwords;
    private static RecordedTopic events;

    private final String login = "helped-" + UUID.randomUUID() + "@example.org";
    private UUID account = new UUID(0, 0);

    @BeforeAll
    static void start() {
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 2));
        portal = new Portal("portal");
        feed = new Portal("feed");
        console = new Portal("console");
        administrator = RunningReset.administrator(administratorLogin());
        passwords = new RecordedTopic(Topics.PASSWORD_EVENTS);
        events = new RecordedTopic(Topics.events(Service.RESET));
    }

    @AfterAll
    static void stop() {
        List.of(portal, feed, console).forEach(Portal::close);
        List.of(passwords, events).forEach(RecordedTopic::close);
    }

    @BeforeEach
    void withPassword() {
        account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, PASSWORD, true)));
        portal.answer(portal.changePassword(account, PASSWORD, NEW));
    }

    @Test
    @DisplayName(
            "ATK-18: the help desk starts a reset and is told of it, but only the person gets the code and sets the password")
    void thePersonResetsWithTheCodeAlone() {
        UUID request = console.startResetFor(administrator, login);
        ResetStarted started = (ResetStarted) console.answer(request);

        assertThat(started.accountId()).isEqualTo(account);
        Instant expiresAt = started.expiresAt();
        assertThat(console.internal
                        .awaitMessage(message -> request.equals(message.correlationId()))
                        .message())
                .isEqualTo(new IssueAdministratorCode(account, administrator, expiresAt));
        assertThat(told(AdministratorResetStarted.class))
                .contains(new AdministratorResetStarted(account, administrator, expiresAt));
        assertThat(((SignedIn) portal.answer(portal.signIn(login, NEW, null))).mustChange())
                .isTrue();

        Flow flow = Flow.begin();
        assertThat(((MethodsOffered) portal.answer(portal.requestReset(flow, login))).kinds())
                .doesNotContain(MethodKind.ADMINISTRATOR_CODE);
        assertThat(portal.answer(proveCode(flow))).isInstanceOf(ResetAuthorized.class);
        assertThat(portal.answer(portal.submitNewPassword(flow, "yet another password")))
                .isEqualTo(new PasswordSet(flow.id(), account, 3));

        assertThat(causes()).containsExactly(Cause.IMPORTED, Cause.CHANGED, Cause.ADMINISTRATOR);
        assertThat(((SignedIn) portal.answer(portal.signIn(login, "yet another password", null))).mustChange())
                .isFalse();
        assertThat(console.replies.messages().stream().map(reply -> reply.message()))
                .as("an administrator is answered with ids and times")
                .allMatch(reply -> List.of(ResetStarted.class, Unblocked.class, RequestRefused.class)
                        .contains(reply.getClass()));
    }

    @Test
    void aGrantIsUsedUpByThePassword() {
        console.answer(console.startResetFor(administrator, login));
        Flow first = begunWithCode();
        portal.answer(portal.submitNewPassword(first, "yet another password"));
        Flow second = Flow.begin();
        portal.answer(portal.requestReset(second, login));

        assertThat(((RequestRefused) portal.answer(proveCode(second))).reason()).isEqualTo(Refusal.KIND_NOT_OFFERED);
    }

    @Test
    void aGrantThatEndsBeforeThePasswordIsHandedInIsWorthNothing() {
        console.answer(console.startResetFor(administrator, login));
        Flow flow = begunWithCode();
        RunningReset.jdbc().update("update administrator_grants set expires_at = now() where account_id = ?", account);

        assertThat(((RequestRefused) portal.answer(portal.submitNewPassword(flow, "yet another password"))).reason())
                .isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void aDisputeVoidsTheGrantForGood() {
        console.answer(console.startResetFor(administrator, login));
        deny();
        console.answer(console.unblock(administrator, login));
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login));

        assertThat(((RequestRefused) portal.answer(proveCode(flow))).reason()).isEqualTo(Refusal.KIND_NOT_OFFERED);
    }

    @Test
    void aFreezeEndsWhenTheOwnerHasResetWithTheCodeOfAnAdministrator() {
        deny();
        Flow frozen = Flow.begin();
        portal.answer(portal.requestReset(frozen, login));
        assertThat(portal.verification(portal.chooseMethod(frozen, MethodKind.ADMINISTRATOR_CODE))
                        .accountId())
                .isNotEqualTo(account);

        console.answer(console.startResetFor(administrator, login));

        // Whoever knows the old password, or has the methods, still gets nowhere.
        assertThat(((SignInFailed) portal.answer(portal.signIn(login, NEW, null))).reason())
                .isEqualTo(Refusal.FROZEN);
        Flow withAMethod = Flow.begin();
        portal.answer(portal.requestReset(withAMethod, login));
        assertThat(((RequestRefused) portal.answer(
                                portal.prove(portal.verification(portal.chooseMethod(withAMethod, MethodKind.EMAIL)))))
                        .reason())
                .isEqualTo(Refusal.KIND_NOT_OFFERED);
        assertThat(portal.answer(portal.submitNewPassword(begunWithCode(), "yet another password")))
                .isInstanceOf(PasswordSet.class);
        assertThat(portal.answer(portal.signIn(login, "yet another password", null)))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    void whatWasProvenWithMethodsThatWereTakenAwayCountsNoMoreButTheCodeOfAnAdministratorDoes() {
        Flow thief = portal.authorised(login);
        Flow owner = Flow.begin();
        console.answer(console.startResetFor(administrator, login));
        portal.answer(portal.requestReset(owner, login));
        portal.answer(proveCode(owner));

        RunningReset.tell(
                Topics.events(Service.REGISTRATION),
                account.toString(),
                new ReregistrationRequired(account, administrator),
                null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> RunningReset.count(
                                "select count(*) from resets where voided_by = 'METHODS_TAKEN' and flow = ?",
                                thief.id())
                        == 1);

        assertThat(((RequestRefused) portal.answer(portal.submitNewPassword(thief, "a thief's new password"))).reason())
                .isEqualTo(Refusal.ENDED);
        assertThat(portal.answer(portal.submitNewPassword(owner, "the owner's new password")))
                .isInstanceOf(PasswordSet.class);
    }

    @Test
    void onlyAdministratorsStartResetsAndNotTheirOwn() {
        String own = administratorLogin();
        UUID self = RunningReset.administrator(own);

        assertThat(refusal(console.startResetFor(account, login))).isEqualTo(Refusal.NOT_ADMINISTRATOR);
        assertThat(refusal(console.startResetFor(account, "nobody@example.org")))
                .isEqualTo(Refusal.NOT_ADMINISTRATOR);
        assertThat(refusal(console.startResetFor(self, "nobody@example.org"))).isEqualTo(Refusal.UNKNOWN_ACCOUNT);
        assertThat(refusal(console.startResetFor(self, own))).isEqualTo(Refusal.OUT_OF_ORDER);
        assertThat(refusal(console.askAs(
                        self,
                        List.of("pwd"),
                        MessageType.START_RESET_FOR,
                        new AccountChoice(login),
                        StartResetFor::new)))
                .isEqualTo(Refusal.TWO_FACTORS_NEEDED);
        assertThat(told(AdministratorResetStarted.class))
                .noneMatch(started -> started.accountId().equals(account));
        RunningReset.bean(Freezes.class).freeze(self, RunningReset.CLOCK.instant());
        assertThat(refusal(console.unblock(self, own))).isEqualTo(Refusal.FROZEN);
    }

    @Test
    void anUnblockLiftsLocksDelaysAndFreezes() {
        for (int i = 0; i < 10; i++) portal.answer(portal.signIn(login, "guess " + i, null));
        for (int i = 0; i < 4; i++) portal.answer(portal.requestReset(Flow.begin(), login));
        deny();
        assertThat(((SignInFailed) portal.answer(portal.signIn(login, NEW, null))).reason())
                .isEqualTo(Refusal.LOCKED);

        assertThat(console.answer(console.unblock(administrator, login))).isEqualTo(new Unblocked(account));

        assertThat(portal.answer(portal.signIn(login, NEW, null))).isInstanceOf(SignedIn.class);
        Flow flow = Flow.begin();
        assertThat(portal.answer(portal.requestReset(flow, login))).isInstanceOf(MethodsOffered.class);
        assertThat(portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL))
                        .accountId())
                .isEqualTo(account);
    }

    @Test
    void anUnblockIsToldEvenIfThereIsNothingToLift() {
        console.answer(console.unblock(administrator, login));
        console.answer(console.unblock(administrator, login));

        assertThat(told(AccountUnblocked.class))
                .filteredOn(unblocked -> unblocked.accountId().equals(account))
                .containsExactly(
                        new AccountUnblocked(account, administrator), new AccountUnblocked(account, administrator));
        assertThat(refusal(console.unblock(account, login))).isEqualTo(Refusal.NOT_ADMINISTRATOR);
        assertThat(refusal(console.unblock(administrator, "nobody@example.org")))
                .isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    private void deny() {
        Disputes notices = RunningReset.KEYS.disputes("notification-service", "reset-service");
        String token = notices.token(account, RunningReset.CLOCK.instant());
        portal.answer(portal.dispute(new DisputeEntry(token, null, null, null)));
    }

    private Flow begunWithCode() {
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login));
        portal.answer(proveCode(flow));
        return flow;
    }

    private static UUID proveCode(Flow flow) {
        return portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.ADMINISTRATOR_CODE)));
    }

    private List<Cause> causes() {
        return passwords.messages().stream()
                .map(event -> event.message())
                .filter(PasswordChanged.class::isInstance)
                .map(PasswordChanged.class::cast)
                .filter(changed -> changed.accountId().equals(account))
                .map(PasswordChanged::cause)
                .toList();
    }

    private static <T> List<T> told(Class<T> type) {
        return events.messages().stream()
                .map(event -> event.message())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static String administratorLogin() {
        return "administrator-" + UUID.randomUUID() + "@example.org";
    }

    private static Refusal refusal(UUID request) {
        return ((RequestRefused) console.answer(request)).reason();
    }
}
