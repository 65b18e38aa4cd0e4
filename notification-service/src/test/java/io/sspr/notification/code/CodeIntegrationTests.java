package io.sspr.notification.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.event.Event;
import io.sspr.notification.testing.Log;
import io.sspr.notification.testing.Registration;
import io.sspr.notification.testing.RunningService;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeIntegrationTests {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    private final UUID account = UUID.randomUUID();
    private final String address = "ana." + account + "@example.org";

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

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> to(mail).equals(address))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getHeader("To", ",");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> row(UUID delivery) {
        return RunningService.database()
                .sql("select * from deliveries where id = :id")
                .param("id", delivery)
                .query()
                .singleRow();
    }

    private static Object outcomeOf(UUID delivery) {
        return RunningService.database()
                .sql("select outcome from deliveries where id = :id")
                .param("id", delivery)
                .query(String.class)
                .optional()
                .orElse("none yet");
    }

    @Test
    void aCodeArrivesOnceAndTheLogSaysSo() throws Exception {
        UUID delivery = Registration.code(account, address, "12345678");

        Message told = Log.outcome(delivery).message();

        assertThat(told)
                .isEqualTo(new CodeDelivered(delivery, Registration.verification(delivery), account, MethodKind.EMAIL));
        assertThat(mailsTo(address)).singleElement().satisfies(mail -> {
            assertThat(mail.getMessageID()).isEqualTo("<" + delivery + "@example.org>");
            assertThat(mail.getSubject()).isEqualTo("Your code to reset your password");
            assertThat(GreenMailUtil.getBody(mail)).contains("    1234 5678");
        });
        assertThat(Log.of(account)).hasSize(1);
    }

    @Test
    void theEventNamesTheRequestAndTheMessageThatItComesFrom() {
        UUID delivery = Registration.code(account, address, "12345678");

        Envelope<Message> told = Log.outcome(delivery);

        assertThat(told.message()).isInstanceOf(CodeDelivered.class);
        assertThat(told.correlationId()).isEqualTo(Registration.request(delivery));
        assertThat(told.causationId()).isEqualTo(Registration.message(delivery));
    }

    @Test
    void whenItHasEndedNeitherAddressNorCodeIsLeft() {
        UUID delivery = Registration.code(account, address, "12345678");

        Log.outcome(delivery);

        assertThat(row(delivery)).containsEntry("outcome", "DELIVERED").containsEntry("letter", null);
        assertThat(row(delivery).toString()).doesNotContain("ana", "12345678");
    }

    @Test
    void aDecoyLooksTheSameToTheDatabaseButSendsAndTellsNothing() {
        int before = MAIL.getReceivedMessages().length;
        UUID decoy = Registration.code(account, null, "12345678");
        UUID real = Registration.code(account, address, "87654321");

        Log.outcome(real);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcomeOf(decoy)).isEqualTo("NOBODY"));

        assertThat(row(decoy).keySet()).isEqualTo(row(real).keySet());
        assertThat(row(decoy)).containsEntry("letter", null).containsEntry("attempts", 1);
        assertThat(MAIL.getReceivedMessages()).hasSize(before + 1);
        assertThat(Log.of(account)).extracting(Event::getClass).containsExactly(CodeDelivered.class);
    }

    @Test
    void notEvenADecoyThatExpiredIsToldOf() {
        UUID decoy = Registration.code(account, null, "12345678", Duration.ofSeconds(-1));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcomeOf(decoy)).isEqualTo("NOBODY"));
        Log.outcome(Registration.code(account, address, "87654321"));
        assertThat(Log.of(account)).hasSize(1);
    }

    @Test
    void atk11_howeverManyAreAskedForOnlyThreeAnHourGoToOneAddress() {
        List<UUID> deliveries = Arrays.asList(new UUID[30]);
        deliveries.replaceAll(none -> Registration.code(account, address, "12345678"));
        UUID otherSpelling = Registration.code(account, address.replace("ana", "ANA"), "12345678");

        assertThat(Log.outcomes(deliveries))
                .filteredOn(CodeDelivered.class::isInstance)
                .hasSize(3);
        assertThat(Log.outcome(otherSpelling).message())
                .isEqualTo(new DeliveryFailed(
                        otherSpelling,
                        account,
                        Registration.verification(otherSpelling),
                        "code",
                        Refusal.BUDGET_EXHAUSTED));
        assertThat(mailsTo(address)).hasSize(3);
        assertThat(row(otherSpelling))
                .containsEntry("outcome", "BUDGET_EXHAUSTED")
                .containsEntry("letter", null);
    }

    @Test
    void atk11_aFloodOfResetsDoesNotStopTheCodeOfAnAdministrator() {
        List<UUID> flood = Arrays.asList(new UUID[10]);
        flood.replaceAll(none -> Registration.code(account, address, "12345678"));
        assertThat(Log.outcomes(flood)).hasAtLeastOneElementOfType(DeliveryFailed.class);

        UUID arranged = Registration.administratorsCode(MethodKind.EMAIL, account, address, "87654321");

        assertThat(Log.outcome(arranged).message()).isInstanceOf(CodeDelivered.class);
        assertThat(mailsTo(address)).hasSize(4);
    }

    @Test
    void moreThanFiveAnHourForOneAccountAreNotSentWhateverTheAddress() {
        List<UUID> deliveries = Arrays.asList(new UUID[6]);
        deliveries.replaceAll(
                none -> Registration.code(account, "ana." + UUID.randomUUID() + "@example.org", "12345678"));

        assertThat(Log.outcomes(deliveries))
                .filteredOn(DeliveryFailed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void atk10_aListOfAddressesIsNoAddress() {
        int before = MAIL.getReceivedMessages().length;
        UUID delivery = Registration.code(account, address + ",eve@evil.example", "12345678");

        assertThat(Log.outcome(delivery).message())
                .isEqualTo(new DeliveryFailed(
                        delivery, account, Registration.verification(delivery), "code", Refusal.ADDRESS_REJECTED));
        assertThat(MAIL.getReceivedMessages()).hasSize(before);
    }

    @Test
    void aCodeThatCameTooLateIsNotSent() {
        UUID delivery = Registration.code(account, address, "12345678", Duration.ofSeconds(-1));

        assertThat(Log.outcome(delivery).message())
                .isEqualTo(new DeliveryFailed(
                        delivery, account, Registration.verification(delivery), "code", Refusal.EXPIRED));
        assertThat(mailsTo(address)).isEmpty();
    }
}
