package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.SignInLocked;
import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.Origin;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.reset.Portal.Flow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sign-in and change, which count wrong passwords together. */
class SignInTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String NEW = "staple correct horse";
    private static final Origin ELSEWHERE = new Origin("203.0.113.0/24", "curl");

    private static Portal portal;
    private static Portal feed;
    private static RecordedTopic events;

    private final String login = "sign-in-" + UUID.randomUUID() + "@example.org";
    private UUID account = new UUID(0, 0);

    @BeforeAll
    static void start() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        portal = new Portal("portal");
        feed = new Portal("feed");
        events = new RecordedTopic(Topics.events(Service.RESET));
    }

    @AfterAll
    static void stop() {
        List.of(portal, feed).forEach(Portal::close);
        events.close();
    }

    @BeforeEach
    void withPassword() {
        account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, PASSWORD, true)));
    }

    @AfterEach
    void restore() {
        RunningReset.CLOCK.putForward(Duration.ZERO);
    }

    @Test
    @DisplayName("T8: ten different wrong passwords lock for 60 seconds")
    void tenWrongPasswordsLockForAMinuteAndNotEvenTheRightOneHelps() {
        fail(10, ELSEWHERE);

        SignInFailed locked = (SignInFailed) portal.answer(portal.signIn(login, PASSWORD, ELSEWHERE));
        assertThat(locked.reason()).isEqualTo(Refusal.LOCKED);
        assertThat(locked.retryAt()).isNotNull();

        RunningReset.CLOCK.putForward(Duration.ofSeconds(61));
        assertThat(portal.answer(portal.signIn(login, PASSWORD, ELSEWHERE))).isInstanceOf(SignedIn.class);
    }

    @Test
    @DisplayName("T8: familiar and unfamiliar origins are counted apart")
    void strangersElsewhereDoNotLockOutThePersonAtHome() {
        assertThat(portal.answer(portal.signIn(login, PASSWORD, Portal.HOME))).isInstanceOf(SignedIn.class);
        fail(10, ELSEWHERE);

        assertThat(portal.answer(portal.signIn(login, PASSWORD, Portal.HOME))).isInstanceOf(SignedIn.class);
        assertFailed(portal.signIn(login, PASSWORD, null), Refusal.LOCKED);
    }

    /** Where a browser seals what is typed, it can say that it is where the person is; the front end knows better. */
    @Test
    void strangersWhoSayThatTheyAreAtHomeDoNotLockOutThePersonThere() {
        assertThat(portal.answer(portal.signIn(login, PASSWORD, Portal.HOME))).isInstanceOf(SignedIn.class);
        for (int i = 0; i < 10; i++)
            assertFailed(portal.signInSeen(login, "guess " + i, Portal.HOME, ELSEWHERE), Refusal.WRONG_CREDENTIALS);

        assertFailed(portal.signInSeen(login, PASSWORD, Portal.HOME, ELSEWHERE), Refusal.LOCKED);
        assertThat(portal.answer(portal.signInSeen(login, PASSWORD, ELSEWHERE, Portal.HOME)))
                .isInstanceOf(SignedIn.class);
        assertThat(portal.answer(portal.signIn(login, PASSWORD, Portal.HOME))).isInstanceOf(SignedIn.class);
    }

    @Test
    @DisplayName("T8: locked, and a forgotten password reset: not locked any more")
    void aResetUnlocks() {
        fail(10, null);
        Flow flow = portal.authorised(login);
        portal.answer(portal.submitNewPassword(flow, NEW));

        assertThat(portal.answer(portal.signIn(login, NEW, null))).isInstanceOf(SignedIn.class);
    }

    @Test
    @DisplayName("T8: the same wrong password twenty times does not lock")
    void theSameWrongPasswordNeverLocks() {
        for (int i = 0; i < 20; i++) assertFailed(portal.signIn(login, "the old one", null), Refusal.WRONG_CREDENTIALS);

        assertThat(portal.answer(portal.signIn(login, PASSWORD, null))).isInstanceOf(SignedIn.class);
    }

    @Test
    void ofManyFailuresInAMinuteOneIsWritten() {
        fail(10, null);
        for (int i = 0; i < 5; i++) portal.answer(portal.signIn(login, "more " + i, null));

        List<Event> ofAccount = events.messages().stream()
                .map(event -> (Event) event.message())
                .filter(event -> event.subject().equals(account))
                .toList();
        assertThat(ofAccount)
                .filteredOn(io.sspr.contract.event.SignInFailed.class::isInstance)
                .hasSize(1);
        assertThat(ofAccount).filteredOn(SignInLocked.class::isInstance).hasSize(1);
    }

    @Test
    void oneTypedDecomposedIsTheSamePassword() {
        Flow flow = portal.authorised(login);
        portal.answer(portal.submitNewPassword(flow, "caf\u00e9 cr\u00e8me br\u00fbl\u00e9e"));

        assertThat(portal.answer(portal.signIn(login, "cafe\u0301 cre\u0300me bru\u0302le\u0301e", null)))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    void whoKnowsThePasswordChangesIt() {
        Flow open = portal.authorised(login);

        assertThat(portal.answer(portal.changePassword(account, PASSWORD, NEW)))
                .isEqualTo(new PasswordSet(null, account, 2));

        assertThat(portal.answer(portal.signIn(login, NEW, null))).isInstanceOfSatisfying(SignedIn.class, signedIn -> {
            assertThat(signedIn.mustChange()).isFalse();
            assertThat(signedIn.sessionsInvalidBefore()).isAfter(Instant.EPOCH);
        });
        assertThat(portal.answer(portal.submitNewPassword(open, "yet another password")))
                .isEqualTo(new RequestRefused(open.id(), Refusal.ENDED, null));
    }

    @Test
    void aChangeNeedsTheRightCurrentPasswordAndCountsWrongOnes() {
        for (int i = 0; i < 10; i++)
            assertThat(refusal(portal.changePassword(account, "guess " + i, NEW)))
                    .isEqualTo(Refusal.WRONG_CREDENTIALS);

        assertThat(refusal(portal.changePassword(account, PASSWORD, NEW))).isEqualTo(Refusal.LOCKED);
        assertFailed(portal.signIn(login, PASSWORD, null), Refusal.LOCKED);
    }

    @Test
    void aChangeIsHeldToTheSameRules() {
        assertThat(portal.answer(portal.changePassword(account, PASSWORD, PASSWORD)))
                .isEqualTo(new PasswordRefused(null, List.of(PasswordRule.SAME_AS_CURRENT)));
        assertThat(portal.answer(portal.changePassword(account, PASSWORD, "short")))
                .isEqualTo(new PasswordRefused(null, List.of(PasswordRule.TOO_SHORT)));
    }

    @Test
    void historyIsBounded() {
        RunningReset.tellPolicy(RunningReset.checking(RunningReset.policy(71, 1), RunningReset.history(5, 3)));
        String current = PASSWORD;
        for (int i = 0; i < 8; i++) {
            String next = NEW + " " + i;
            assertThat(portal.answer(portal.changePassword(account, current, next)))
                    .isInstanceOf(PasswordSet.class);
            current = next;
        }

        assertThat(RunningReset.jdbc()
                        .queryForList(
                                "select version from previous_credentials where account_id = ? order by version",
                                Long.class,
                                account))
                .containsExactly(4L, 5L, 6L, 7L, 8L);
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
    }

    @Test
    void nothingInTheDatabaseCanBeRead() {
        portal.answer(portal.signIn(login, "wrong canary password", Portal.HOME));
        portal.chooseMethod(portal.authorised(login), MethodKind.EMAIL);
        StringBuilder all = new StringBuilder();
        for (String table : RunningReset.jdbc()
                .queryForList("select tablename from pg_tables where schemaname = 'public'", String.class))
            RunningReset.jdbc()
                    .queryForList("select t::text from " + table + " as t", String.class)
                    .forEach(all::append);

        assertThat(all.toString())
                .doesNotContain(login, PASSWORD, "canary", "$argon2id$", Portal.HOME.addressPrefix())
                .doesNotContain(hex(login), hex(PASSWORD), hex("$argon2id$"), hex("canary"));
    }

    private void fail(int times, @Nullable Origin origin) {
        for (int i = 0; i < times; i++)
            assertFailed(portal.signIn(login, "guess " + i, origin), Refusal.WRONG_CREDENTIALS);
    }

    private static void assertFailed(UUID request, Refusal reason) {
        assertThat(portal.answer(request))
                .isInstanceOfSatisfying(
                        SignInFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    private static Refusal refusal(UUID request) {
        Message answer = portal.answer(request);
        return ((RequestRefused) answer).reason();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
