package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.reply.Unblocked;
import io.sspr.contract.seal.Disputes;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.Origin;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.reset.Portal.Flow;
import io.sspr.reset.freeze.Freezes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** "This was not me", with what only a notice gives. */
class DisputeJourneyTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String NEW = "staple correct horse";
    private static final io.sspr.contract.reply.ResetDisputed DISPUTED = new io.sspr.contract.reply.ResetDisputed();

    private static Portal portal;
    private static Portal feed;
    private static Portal console;
    private static RecordedTopic passwords;
    private static RecordedTopic events;

    private final Disputes notices = RunningReset.KEYS.disputes("notification-service", "reset-service");
    private final String login = "denied-" + UUID.randomUUID() + "@example.org";
    private UUID account = new UUID(0, 0);

    @BeforeAll
    static void start() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        portal = new Portal("portal");
        feed = new Portal("feed");
        console = new Portal("console");
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
        account = withPassword(login);
    }

    @AfterEach
    void restore() {
        RunningReset.CLOCK.putForward(Duration.ZERO);
    }

    @Test
    void aDisputeEndsWhatIsGoingOnAndNothingNewCanBeDone() {
        Flow open = portal.authorised(login);

        assertThat(dispute(token(account))).isEqualTo(DISPUTED);

        assertThat(refusal(portal.submitNewPassword(open, NEW))).isEqualTo(Refusal.ENDED);
        assertThat(events.awaitMessage(event ->
                                event.message() instanceof ResetExpired expired && account.equals(expired.accountId()))
                        .message())
                .isInstanceOfSatisfying(
                        ResetExpired.class,
                        expired -> assertThat(expired.reason()).isEqualTo(Refusal.FROZEN));
        assertThat(signIn(PASSWORD)).isEqualTo(Refusal.FROZEN);
        assertThat(signIn("a wrong one")).isEqualTo(Refusal.WRONG_CREDENTIALS);
        assertThat(refusal(portal.changePassword(account, PASSWORD, NEW))).isEqualTo(Refusal.FROZEN);
        for (boolean unlock : new boolean[] {false, true}) {
            Flow flow = Flow.begin();
            assertThat(portal.answer(unlock ? portal.requestUnlock(flow, login) : portal.requestReset(flow, login)))
                    .isInstanceOf(MethodsOffered.class);
            StartVerification verification = portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL));
            assertThat(verification.accountId()).isNotEqualTo(account);
        }
    }

    @Test
    void aSecondDisputeIsAnsweredAlikeAndToldNoMore() {
        assertThat(dispute(token(account))).isEqualTo(DISPUTED);
        assertThat(dispute(code(login, notices.code(account, now())))).isEqualTo(DISPUTED);

        assertThat(disputesTold()).hasSize(1);
    }

    @Test
    void theCodeThatIsReadOutIsTakenAsItIsHeard() {
        String heard = notices.code(account, now().minus(Duration.ofDays(6)))
                .toLowerCase(Locale.ROOT)
                .replace("-", " ");

        assertThat(dispute(code(login.toUpperCase(Locale.ROOT), heard))).isEqualTo(DISPUTED);
        assertThat(isFrozen(account)).isTrue();
    }

    @Test
    void sessionsFromBeforeAreVoidForWhoeverSignsInLater() {
        dispute(token(account));
        Instant since = disputesTold().get(0).sessionsInvalidBefore();

        assertThat(console.answer(console.unblock(administrator(), login))).isEqualTo(new Unblocked(account));

        assertThat(portal.answer(portal.signIn(login, PASSWORD, null))).isEqualTo(new SignedIn(account, true, since));
    }

    @Test
    void afterItIsLiftedItCanBeDisputedAgain() {
        UUID administrator = administrator();
        dispute(token(account));
        console.answer(console.unblock(administrator, login));

        dispute(token(account));

        assertThat(disputesTold()).hasSize(2);
    }

    @Test
    void aNoticeFromBeforeAnAdministratorLookedFreezesNothingAgain() {
        UUID administrator = administrator();
        DisputeEntry used = token(notices.token(account, now().minusSeconds(2)));
        DisputeEntry unused = token(notices.token(account, now().minus(Duration.ofDays(2))));
        DisputeEntry read = code(login, notices.code(account, now().minus(Duration.ofDays(1))));
        assertThat(dispute(used)).isEqualTo(DISPUTED);
        assertThat(dispute(used)).isEqualTo(DISPUTED);
        console.answer(console.unblock(administrator, login));

        for (DisputeEntry old : List.of(used, unused, read))
            assertThat(refusal(portal.dispute(old))).isEqualTo(Refusal.DISPUTE_INVALID);
        assertThat(isFrozen(account)).isFalse();
        assertThat(dispute(token(account))).isEqualTo(DISPUTED);
    }

    @Test
    void whatIsWrongOrOldOrHalfIsNotBelieved() {
        List<DisputeEntry> wrong = List.of(
                token("e30.e30.AAAA"),
                token(notices.token(account, now().minus(Duration.ofDays(8)))),
                code(login, "00000-00000"),
                code(login, notices.code(account, now().minus(Duration.ofDays(9)))),
                code(login, ""),
                new DisputeEntry(null, login, null, null),
                new DisputeEntry(null, null, null, null));

        for (DisputeEntry entry : wrong)
            assertThat(refusal(portal.dispute(entry))).isEqualTo(Refusal.DISPUTE_INVALID);
        assertThat(isFrozen(account)).isFalse();
    }

    @Test
    void tenWrongCodesAreLookedAtInAnHourForNobodyKnownAsForAnybody() {
        String nobody = "nobody-" + UUID.randomUUID() + "@example.org";
        // Back, not forward: a request that is an hour old when it is read has expired.
        RunningReset.CLOCK.putForward(Duration.ofHours(-1).minusSeconds(1));
        for (int i = 0; i < 10; i++)
            for (String each : List.of(login, nobody))
                assertThat(refusal(portal.dispute(code(each, "guess " + i)))).isEqualTo(Refusal.DISPUTE_INVALID);

        RequestRefused known = (RequestRefused) dispute(code(login, notices.code(account, now())));
        RequestRefused unknown = (RequestRefused) dispute(code(nobody, "00000-00000"));
        assertThat(known.reason()).isEqualTo(unknown.reason()).isEqualTo(Refusal.TOO_SOON);
        assertThat(known.retryAt()).isNotNull();
        assertThat(unknown.retryAt()).isNotNull();
        assertThat(isFrozen(account)).isFalse();
        RunningReset.CLOCK.putForward(Duration.ZERO);
        assertThat(refusal(portal.dispute(code(login, "one more guess")))).isEqualTo(Refusal.DISPUTE_INVALID);
    }

    @Test
    void whoTriesCodesElsewhereUsesUpNoneOfThoseOfThePersonAtHome() {
        assertThat(portal.answer(portal.signIn(login, PASSWORD, Portal.HOME))).isInstanceOf(SignedIn.class);
        Origin elsewhere = new Origin("198.51.100.0/24", "Curl");
        for (int i = 0; i < 10; i++)
            assertThat(refusal(portal.dispute(new DisputeEntry(null, login, "guess " + i, elsewhere))))
                    .isEqualTo(Refusal.DISPUTE_INVALID);
        String right = notices.code(account, now());

        assertThat(refusal(portal.dispute(new DisputeEntry(null, login, right, elsewhere))))
                .isEqualTo(Refusal.TOO_SOON);
        assertThat(isFrozen(account)).isFalse();
        assertThat(dispute(new DisputeEntry(null, login, right, Portal.HOME))).isEqualTo(DISPUTED);
        assertThat(isFrozen(account)).isTrue();
    }

    @Test
    @DisplayName("ATK-13: the token alone says whose account it is, and a code is of one account only")
    void nobodyFreezesAnothersAccount() {
        String otherLogin = "other-" + UUID.randomUUID() + "@example.org";
        UUID other = withPassword(otherLogin);

        DisputeEntry both = new DisputeEntry(notices.token(account, now()), otherLogin, null, null);
        assertThat(refusal(portal.dispute(both))).isEqualTo(Refusal.DISPUTE_INVALID);
        assertThat(refusal(portal.dispute(code(otherLogin, notices.code(account, now())))))
                .isEqualTo(Refusal.DISPUTE_INVALID);
        assertThat(isFrozen(account) || isFrozen(other)).isFalse();

        dispute(token(account));

        assertThat(isFrozen(account)).isTrue();
        assertThat(isFrozen(other)).isFalse();
    }

    @Test
    @DisplayName("ATK-14: a captured dispute that is written to Kafka again has no effect and no answer")
    void aCapturedDisputeDoesNothing() {
        UUID administrator = administrator();
        UUID request = portal.dispute(token(account));
        portal.answer(request);
        console.answer(console.unblock(administrator, login));

        portal.writeAgain();

        assertThat(isFrozen(account)).isFalse();
        assertThat(disputesTold()).hasSize(1);
        assertThat(portal.replies.messages().stream().filter(reply -> request.equals(reply.correlationId())))
                .hasSize(1);
    }

    private Object dispute(DisputeEntry entry) {
        return portal.answer(portal.dispute(entry));
    }

    private DisputeEntry token(UUID accountId) {
        return token(notices.token(accountId, now()));
    }

    private static DisputeEntry token(String token) {
        return new DisputeEntry(token, null, null, null);
    }

    private static DisputeEntry code(String login, String code) {
        return new DisputeEntry(null, login, code, Portal.HOME);
    }

    private Refusal signIn(String password) {
        return ((SignInFailed) portal.answer(portal.signIn(login, password, null))).reason();
    }

    private List<ResetDisputed> disputesTold() {
        return passwords.messages().stream()
                .filter(event -> event.message() instanceof ResetDisputed disputed
                        && disputed.accountId().equals(account))
                .map(event -> (ResetDisputed) event.message())
                .toList();
    }

    private static UUID withPassword(String login) {
        UUID account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, PASSWORD, true)));
        return account;
    }

    private static UUID administrator() {
        return RunningReset.administrator("administrator-" + UUID.randomUUID() + "@example.org");
    }

    private static boolean isFrozen(UUID accountId) {
        return RunningReset.bean(Freezes.class).isFrozen(accountId);
    }

    private static Refusal refusal(UUID request) {
        return ((RequestRefused) portal.answer(request)).reason();
    }

    private static Instant now() {
        return RunningReset.CLOCK.instant();
    }
}
