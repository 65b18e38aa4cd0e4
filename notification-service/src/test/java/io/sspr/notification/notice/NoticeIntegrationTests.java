package io.sspr.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.NoticeDelivered;
import io.sspr.contract.state.MethodStatus;
import io.sspr.notification.testing.Log;
import io.sspr.notification.testing.Registration;
import io.sspr.notification.testing.RunningService;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeIntegrationTests {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    private final UUID account = Registration.account("sl");
    private final String one = "one." + account + "@example.org";
    private final String two = "two." + account + "@example.org";

    @BeforeAll
    static void start() {
        MAIL.start();
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @BeforeEach
    void useIt() {
        RunningService.sendsTo(MAIL.getSmtp().getPort());
    }

    /** Who got which subject, for the addresses of this test. */
    private List<String> mails() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .map(NoticeIntegrationTests::line)
                .filter(line -> line.contains(account.toString()))
                .map(line -> line.replace("." + account + "@example.org", ""))
                .sorted()
                .toList();
    }

    private static String line(MimeMessage mail) {
        try {
            return mail.getHeader("To", ",") + ": " + mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void isKnown(int addresses) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(RunningService.database()
                                .sql(
                                        "select count(*) from contacts join people using (account_id) where account_id = :id and contacts.status <> 'REMOVED'")
                                .param("id", account)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(addresses));
    }

    private void changed(Cause cause) {
        Registration.passwordChanged(account, account, cause, Instant.now());
    }

    @Test
    void t11_aResetWithTwoAddresses_ours_bothAreToldInThePersonsLanguage() {
        Registration.method(account, one);
        Registration.method(account, two);
        isKnown(2);

        changed(Cause.RESET);

        assertThat(Log.of(account, 2))
                .allSatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                NoticeDelivered.class,
                                delivered -> assertThat(delivered.about()).isEqualTo("password-reset")));
        assertThat(mails())
                .containsExactly("one: Vaše geslo je bilo ponastavljeno", "two: Vaše geslo je bilo ponastavljeno");
    }

    @Test
    void t11_aChange_ours_isToldTooAndAnImportIsNot() {
        Registration.method(account, one);
        isKnown(1);

        changed(Cause.IMPORTED);
        changed(Cause.CHANGED);

        assertThat(Log.of(account, 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        NoticeDelivered.class,
                        delivered -> assertThat(delivered.about()).isEqualTo("password-changed"));
        assertThat(mails()).containsExactly("one: Vaše geslo je bilo spremenjeno");
    }

    @Test
    void ntf04_ntf05_aNewAddressIsToldToTheOldOneAndEvenToItselfWhenItComesAfterItsEvent() {
        Registration.method(account, one);
        isKnown(1);
        UUID method = UUID.randomUUID();

        Registration.methodRegistered(account, method, MethodKind.EMAIL);
        Log.of(account, 1);
        assertThat(mails()).containsExactly("one: Dodan je bil nov način za ponastavitev gesla");
        Registration.method(method, account, two, MethodStatus.VERIFIED);

        Log.of(account, 2);
        assertThat(mails())
                .containsExactly(
                        "one: Dodan je bil nov način za ponastavitev gesla",
                        "two: Dodan je bil nov način za ponastavitev gesla");
    }

    @Test
    void aLockedAddressIsStillTold() {
        UUID method = Registration.method(account, one);
        isKnown(1);

        Registration.method(method, account, one, MethodStatus.LOCKED);
        Registration.methodLocked(account, method, MethodKind.EMAIL);

        assertThat(Log.of(account, 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        NoticeDelivered.class,
                        delivered -> assertThat(delivered.about()).isEqualTo("method-locked"));
        assertThat(mails()).containsExactly("one: Način za ponastavitev gesla je zaklenjen");
    }

    @Test
    void aRemovedAddressIsNotTold() {
        UUID method = Registration.method(account, one);
        Registration.method(account, two);
        isKnown(2);
        Registration.method(method, account, null, MethodStatus.REMOVED);
        isKnown(1);

        changed(Cause.CHANGED);

        Log.of(account, 1);
        assertThat(mails()).containsExactly("two: Vaše geslo je bilo spremenjeno");
    }

    @Test
    void theSameNoticeIsNotSentTwiceWithinAMinuteButAnotherOneIs() {
        Registration.method(account, one);
        isKnown(1);

        changed(Cause.CHANGED);
        changed(Cause.CHANGED);
        changed(Cause.RESET);

        Log.of(account, 2);
        assertThat(mails())
                .containsExactly("one: Vaše geslo je bilo ponastavljeno", "one: Vaše geslo je bilo spremenjeno");
    }

    @Test
    void aFloodOfCodesSilencesNoNotice() {
        Registration.method(account, one);
        isKnown(1);
        for (int code = 0; code < 5; code++) Registration.code(account, one, "12345678");
        Log.of(account, 5);

        changed(Cause.RESET);

        List<Event> told = Log.of(account, 6);
        assertThat(told).filteredOn(DeliveryFailed.class::isInstance).hasSize(2);
        assertThat(told).filteredOn(NoticeDelivered.class::isInstance).hasSize(1);
    }

    @Test
    void t11_aResetWithoutAnAddress_ours_nobodyIsTold() {
        UUID nobody = Registration.account("sl");
        Registration.method(account, one);
        isKnown(1);

        Registration.passwordChanged(nobody, nobody, Cause.RESET, Instant.now());
        // Behind it on the same partition.
        Registration.passwordChanged(nobody, account, Cause.RESET, Instant.now());

        Log.of(account, 1);
        assertThat(Log.of(nobody)).isEmpty();
    }

    @Test
    void newsOfLongAgoAreNotSentAsIfTheyWereNew() {
        Registration.method(account, one);
        isKnown(1);

        Registration.passwordChanged(
                account, account, Cause.RESET, Instant.now().minus(Duration.ofDays(8)));

        assertThat(Log.of(account, 1)).singleElement().isInstanceOfSatisfying(DeliveryFailed.class, failed -> {
            assertThat(failed.about()).isEqualTo("password-reset");
            assertThat(failed.reason()).isEqualTo(Refusal.EXPIRED);
        });
        assertThat(mails()).isEmpty();
    }

    @Test
    void addressesAreNotLegibleInTheDatabase() {
        Registration.method(account, one);
        isKnown(1);

        assertThat(RunningService.database()
                        .sql("select encode(address, 'escape') from contacts where account_id = :id")
                        .param("id", account)
                        .query(String.class)
                        .single())
                .doesNotContain("one", "example.org");
    }
}
