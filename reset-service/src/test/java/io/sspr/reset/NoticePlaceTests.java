package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.internal.DeliverNotice;
import io.sspr.contract.internal.Notice;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Visit;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.reset.Portal.Flow;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From where the notice says that it was done, over a real broker and a real database. */
class NoticePlaceTests {

    private static final Origin ELSEWHERE = new Origin("203.0.113.0/24", "Firefox on Windows");
    private static final String OLD = "correct horse battery";
    private static final String NEW = "staple correct horse";
    private static final AtomicInteger LOGINS = new AtomicInteger();

    private static Portal portal;
    private static Portal feed;
    private static RecordedTopic notices;
    private static RecordedTopic passwords;

    private final String login = "petra." + LOGINS.incrementAndGet() + "@example.org";

    @BeforeAll
    static void start() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        portal = new Portal("portal");
        feed = new Portal("feed");
        notices = new RecordedTopic(Topics.NOTICES);
        passwords = new RecordedTopic(Topics.PASSWORD_EVENTS);
    }

    @AfterAll
    static void stop() {
        portal.close();
        feed.close();
        notices.close();
        passwords.close();
    }

    @Test
    void aResetIsToldFromWhereItWasAskedForWhereTheLastStepSaysNothing() throws Exception {
        UUID account = withPassword();

        portal.answer(portal.submitNewPassword(portal.authorised(login), NEW));

        assertThat(place(notice(account, Notice.PASSWORD_RESET))).isEqualTo(Portal.HOME);
    }

    @Test
    void aResetIsToldFromWhereThePasswordWasSet() throws Exception {
        UUID account = withPassword();

        assertThat(portal.answer(portal.submitNewPassword(portal.authorised(login), NEW, ELSEWHERE)))
                .isInstanceOf(PasswordSet.class);

        assertThat(place(notice(account, Notice.PASSWORD_RESET))).isEqualTo(ELSEWHERE);
    }

    @Test
    void aChangeIsToldFromWhereItWasAskedForWithWhenItWasDone() throws Exception {
        UUID account = withPassword();

        portal.answer(portal.changePassword(account, OLD, NEW));

        Envelope<?> notice = notice(account, Notice.PASSWORD_CHANGED);
        assertThat(place(notice)).isEqualTo(Portal.HOME);
        PasswordChanged changed = (PasswordChanged) passwords
                .awaitMessage(event -> event.message() instanceof PasswordChanged one
                        && one.accountId().equals(account)
                        && one.version() == 2)
                .message();
        assertThat(((DeliverNotice) notice.message()).happenedAt()).isEqualTo(changed.changedAt());
    }

    @Test
    void aLockIsToldFromWhereTheLastWrongPasswordCame() throws Exception {
        UUID account = withPassword();

        for (int i = 0; i < 10; i++) portal.answer(portal.signIn(login, "guess " + i, ELSEWHERE));

        Envelope<?> notice = notice(account, Notice.SIGN_IN_LOCKED);
        assertThat(place(notice)).isEqualTo(ELSEWHERE);
        assertThat(((DeliverNotice) notice.message()).until()).isNotNull();
    }

    @Test
    void anUnlockIsToldFromWhereItWasAskedFor() throws Exception {
        UUID account = withPassword();
        Flow flow = Flow.begin();
        portal.answer(portal.requestUnlock(flow, login));

        portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL))));

        assertThat(place(notice(account, Notice.ACCOUNT_UNLOCKED))).isEqualTo(Portal.HOME);
    }

    @Test
    void aNoticeIsAskedForWithoutAPlaceWhereTheClientDoesNotTell() throws Exception {
        UUID account = withPassword();
        String token = RunningReset.KEYS
                .disputes(Service.NOTIFICATION.principal(), Service.RESET.principal())
                .token(account, RunningReset.CLOCK.instant());

        portal.answer(portal.dispute(new DisputeEntry(token, null, null, null)));

        assertThat(place(notice(account, Notice.RESET_DISPUTED))).isNull();
    }

    @Test
    void thePlaceIsKeptEncryptedWhileTheResetLivesAndNoLonger() {
        withPassword();
        Flow cancelled = Flow.begin();
        portal.answer(portal.requestReset(cancelled, login));
        Flow superseded = portal.authorised(login);
        Flow done = portal.authorised(login);
        for (Flow flow : new Flow[] {cancelled, superseded, done})
            assertThat(kept(flow))
                    .isNotNull()
                    .satisfies(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                            .doesNotContain(Portal.HOME.addressPrefix(), Portal.HOME.agentFamily()));

        portal.answer(portal.cancelReset(cancelled));
        portal.answer(portal.submitNewPassword(done, NEW));

        for (Flow flow : new Flow[] {cancelled, superseded, done})
            assertThat(kept(flow)).isNull();
    }

    private static byte @Nullable [] kept(Flow flow) {
        return RunningReset.jdbc().queryForObject("select origin from resets where flow = ?", byte[].class, flow.id());
    }

    private static Envelope<?> notice(UUID account, Notice notice) {
        return notices.awaitMessage(message -> message.message() instanceof DeliverNotice deliver
                && deliver.accountId().equals(account)
                && deliver.notice() == notice);
    }

    /** As the notification service reads it. */
    private static @Nullable Origin place(Envelope<?> notice) throws Exception {
        String reader = Service.NOTIFICATION.principal();
        byte[] opened = RunningReset.KEYS
                .opener(reader)
                .open(
                        ((DeliverNotice) notice.message()).sealed(),
                        new SealContext(reader, MessageType.DELIVER_NOTICE.wireName(), notice.id(), null));
        return ContractJson.read(opened, Visit.class).origin();
    }

    private UUID withPassword() {
        UUID account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, OLD, true)));
        return account;
    }
}
