package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.Refusal;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.messaging.testing.RecordedTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ImportTests {

    /** Of "password", weaker than what we make. */
    private static final String PHC =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private static Portal portal;
    private static Portal feed;
    private static RecordedTopic passwords;

    private final String login = "import-" + UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void start() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        portal = new Portal("portal");
        feed = new Portal("feed");
        passwords = new RecordedTopic(Topics.PASSWORD_EVENTS);
    }

    @AfterAll
    static void stop() {
        List.of(portal, feed).forEach(Portal::close);
        passwords.close();
    }

    @Test
    void anInitialPasswordMustBeChangedWhateverTheFeedSays() {
        UUID account = RunningReset.account(login);

        UUID request = feed.importCredential(account, new InitialCredential(null, "1234", false));

        assertThat(feed.answer(request)).isEqualTo(new CredentialImported(account, 1));
        PasswordChanged changed = imported(account);
        assertThat(changed.cause()).isEqualTo(Cause.IMPORTED);
        assertThat(changed.mustChange()).isTrue();
        assertThat(changed.sessionsInvalidBefore()).isEqualTo(Instant.EPOCH);
        assertThat(portal.answer(portal.signIn(login, "1234", null)))
                .isEqualTo(new SignedIn(account, true, Instant.EPOCH));
    }

    @Test
    void aHashFromElsewhereIsVerifiedAndMadeStrongerAtTheNextSignInWithoutANewVersion() {
        UUID account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(PHC, null, false)));
        byte[] before = stored(account);

        assertThat(portal.answer(portal.signIn(login, "password", null)))
                .isEqualTo(new SignedIn(account, false, Instant.EPOCH));

        assertThat(stored(account)).isNotEqualTo(before);
        assertThat(portal.answer(portal.signIn(login, "password", null))).isInstanceOf(SignedIn.class);
        assertThat(RunningReset.count("select version from credentials where account_id = ?", account))
                .isEqualTo(1);
        assertThat(passwords.messages().stream()
                        .filter(event -> event.message() instanceof PasswordChanged changed
                                && changed.accountId().equals(account)))
                .hasSize(1);
    }

    @Test
    void aCredentialThatOvertakesItsAccountWaitsForIt() {
        UUID account = UUID.randomUUID();
        UUID request = feed.importCredential(account, new InitialCredential(null, "1234", true));
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        RunningReset.count("select count(*) from parked where awaited = ?", "account:" + account) == 1);

        RunningReset.tellAccount(account, login, false);

        assertThat(feed.answer(request)).isEqualTo(new CredentialImported(account, 1));
    }

    @Test
    void aCredentialForNobodyIsRefused() {
        assertRefused(
                feed.importCredential(UUID.randomUUID(), new InitialCredential(null, "1234", true)),
                Refusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void anAccountGetsItsFirstCredentialOnce() {
        UUID account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, "1234", true)));

        assertRefused(
                feed.importCredential(account, new InitialCredential(PHC, null, true)), Refusal.CREDENTIAL_EXISTS);
    }

    @Test
    void whatNoPasswordCanBeVerifiedWithIsInvalid() {
        UUID account = RunningReset.account(login);

        for (String phc : List.of(
                "password",
                "$2b$12$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuabcdefghijklmn",
                PHC.replace("m=256", "m=262145"),
                PHC.replace("argon2id", "argon2i")))
            assertRefused(
                    feed.importCredential(account, new InitialCredential(phc, null, true)), Refusal.CREDENTIAL_INVALID);
        assertRefused(
                feed.importCredential(account, new InitialCredential(PHC, "both", true)), Refusal.CREDENTIAL_INVALID);
    }

    private static byte[] stored(UUID account) {
        byte[] phc = RunningReset.jdbc()
                .queryForObject("select phc from credentials where account_id = ?", byte[].class, account);
        return phc == null ? new byte[0] : phc;
    }

    private static PasswordChanged imported(UUID account) {
        return (PasswordChanged) passwords
                .awaitMessage(event -> event.message() instanceof PasswordChanged changed
                        && changed.accountId().equals(account))
                .message();
    }

    private static void assertRefused(UUID request, Refusal reason) {
        assertThat(feed.answer(request)).isEqualTo(new RequestRefused(null, reason, null));
    }
}
