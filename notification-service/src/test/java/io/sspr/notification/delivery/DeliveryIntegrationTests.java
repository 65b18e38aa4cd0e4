package io.sspr.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.messaging.testing.RunningPostgres;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.testing.Log;
import io.sspr.notification.testing.Registration;
import io.sspr.notification.testing.RunningService;
import io.sspr.notification.testing.ScriptedSmtp;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class DeliveryIntegrationTests {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <(.+)@example.org>$");

    private final UUID account = UUID.randomUUID();
    private final String address = "ana." + account + "@example.org";
    private ScriptedSmtp server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtp();
        RunningService.sendsTo(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static List<String> idsOf(List<String> mails) {
        return mails.stream()
                .flatMap(mail -> MESSAGE_ID.matcher(mail).results().map(MatchResult::group))
                .toList();
    }

    private static boolean isTried(UUID delivery, int times) {
        return RunningService.database()
                .sql("select exists (select 1 from deliveries where id = :id and attempts >= :times)")
                .param("id", delivery)
                .param("times", times)
                .query(Boolean.class)
                .single();
    }

    private static long letters() {
        return RunningService.database()
                .sql("select count(*) from deliveries where letter is not null")
                .query(Long.class)
                .single();
    }

    private static void waitUntil(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    @Test
    void aServerThatIsDownAndComesBackGetsTheMail() throws IOException {
        int port = server.port();
        server.close();
        UUID delivery = Registration.code(account, address, "12345678");
        waitUntil(() -> isTried(delivery, 3));
        assertThat(Log.of(account)).isEmpty();

        server = new ScriptedSmtp(port);

        assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void everyTryHasTheSameMessageId() {
        server.says(ScriptedSmtp.END_OF_DATA, "451 4.3.0 later");
        UUID delivery = Registration.code(account, address, "12345678");
        waitUntil(() -> server.mails().size() >= 3);
        server.isWell();

        Log.outcome(delivery);

        assertThat(idsOf(server.mails()))
                .hasSizeGreaterThan(3)
                .containsOnly("Message-ID: <" + delivery + "@example.org>");
    }

    @Test
    void aCodeThatCouldNotBeSentInItsLifeIsGivenUpAndForgotten() {
        server.says("RCPT", "451 4.7.1 greylisted");
        UUID delivery = Registration.code(account, address, "12345678", Duration.ofSeconds(2));

        assertThat(Log.outcome(delivery).message())
                .isEqualTo(new DeliveryFailed(
                        delivery, account, Registration.verification(delivery), "code", Refusal.EXPIRED));
        assertThat(server.mails()).isEmpty();
        assertThat(isTried(delivery, 3)).isTrue();
        assertThat(letters()).isZero();
    }

    @Test
    void anAddressThatTheServerDoesNotKnowIsTriedOnce() {
        server.says("RCPT", "550 5.1.1 no such user");
        UUID delivery = Registration.code(account, address, "12345678");

        assertThat(Log.outcome(delivery).message())
                .isEqualTo(new DeliveryFailed(
                        delivery, account, Registration.verification(delivery), "code", Refusal.ADDRESS_REJECTED));
        assertThat(server.commands().stream().filter(command -> command.startsWith("RCPT")))
                .hasSize(1);
    }

    @Test
    void aServerThatHangsUpInTheMiddleIsTriedAgain() {
        server.says(ScriptedSmtp.END_OF_DATA, ScriptedSmtp.DROP);
        UUID delivery = Registration.code(account, address, "12345678");
        waitUntil(() -> !server.mails().isEmpty());
        server.isWell();

        assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);
        assertThat(Log.of(account)).hasSize(1);
    }

    @Test
    void aNewerCodeReplacesTheOneThatStillWaits() {
        server.says("RCPT", "451 4.7.1 greylisted");
        UUID older = Registration.code(account, address, "11111111");
        waitUntil(() -> isTried(older, 2));
        UUID newer = Registration.resentCode(older, account, address, "22222222");
        Log.outcome(older);
        server.isWell();
        Log.outcome(newer);

        assertThat(Log.of(account))
                .containsExactly(
                        new DeliveryFailed(older, account, Registration.verification(older), "code", Refusal.ENDED),
                        new CodeDelivered(newer, Registration.verification(older), account, MethodKind.EMAIL));
        assertThat(server.mails()).singleElement().asString().contains("2222 2222");
    }

    @Test
    void rowsOfLongAgoAreForgottenAndOthersAreNot() {
        UUID old = Registration.code(account, address, "12345678");
        UUID young = Registration.code(account, address, "12345678");
        Log.outcomes(List.of(old, young));
        RunningService.database()
                .sql("update deliveries set ended_at = now() - interval '25 hours' where id = :id")
                .param("id", old)
                .update();

        RunningService.bean(Deliveries.class).forget();

        assertThat(isTried(old, 0)).isFalse();
        assertThat(isTried(young, 0)).isTrue();
    }

    @Test
    void severalInstancesSendEachMailOnce() throws Exception {
        List<UUID> deliveries = new ArrayList<>();
        try (ConfigurableApplicationContext second = RunningService.startAnother()) {
            second.getBean(JavaMailSenderImpl.class).setPort(server.port());
            for (int code = 0; code < 60; code++)
                deliveries.add(
                        Registration.code(UUID.randomUUID(), "a." + UUID.randomUUID() + "@example.org", "12345678"));

            assertThat(Log.outcomes(deliveries)).hasSize(60).hasOnlyElementsOfType(CodeDelivered.class);
        }
        assertThat(idsOf(server.mails()))
                .containsExactlyInAnyOrderElementsOf(deliveries.stream()
                        .map(delivery -> "Message-ID: <" + delivery + "@example.org>")
                        .toList());
    }

    @Test
    void aSlowServerDoesNotMakeAnotherInstanceSendTheSameMail() throws Exception {
        server.waitsAt(ScriptedSmtp.END_OF_DATA);
        try (ConfigurableApplicationContext second = RunningService.startAnother()) {
            second.getBean(JavaMailSenderImpl.class).setPort(server.port());
            UUID delivery = Registration.code(account, address, "12345678");
            waitUntil(() -> !server.mails().isEmpty());
            OffsetDateTime first = claimedUntil(delivery).orElseThrow();
            waitUntil(() -> claimedUntil(delivery).orElseThrow().isAfter(first.plusSeconds(2)));
            server.goesOn();

            Log.outcome(delivery);
            assertThat(server.mails()).hasSize(1);
            assertThat(Log.of(account)).hasSize(1);
        }
    }

    private static Optional<OffsetDateTime> claimedUntil(UUID delivery) {
        return RunningService.database()
                .sql("select claimed_until from deliveries where id = :id")
                .param("id", delivery)
                .query(OffsetDateTime.class)
                .optional();
    }

    @Test
    void aDatabaseThatFailsOverWhileAMailIsOnItsWayDoesNotSendItTwice() {
        server.waitsAt(ScriptedSmtp.END_OF_DATA);
        UUID delivery = Registration.code(account, address, "12345678");
        waitUntil(() -> !server.mails().isEmpty());
        RunningPostgres.terminateConnections();
        server.goesOn();

        assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);
        assertThat(server.mails()).hasSize(1);
        assertThat(Log.of(account)).hasSize(1);
    }

    @Test
    void whatADeadInstanceLeftIsTakenUp() {
        Deliveries deliveries = RunningService.bean(Deliveries.class);
        DeliverySender sender = RunningService.first().getBean("mailDeliveries", DeliverySender.class);
        sender.stop();
        UUID delivery = Registration.code(account, address, "12345678");
        waitUntil(() -> deliveries.claim(Channel.MAIL).isPresent());

        sender.start();

        assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);
        assertThat(isTried(delivery, 2)).isTrue();
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void whoLostItsClaimStoresNothing() {
        Deliveries deliveries = RunningService.bean(Deliveries.class);
        DeliverySender sender = RunningService.first().getBean("mailDeliveries", DeliverySender.class);
        sender.stop();
        UUID delivery = Registration.code(account, address, "12345678");
        Claim lost = await().atMost(Duration.ofSeconds(30))
                .until(() -> deliveries.claim(Channel.MAIL), Optional::isPresent)
                .orElseThrow();
        Claim taken = await().atMost(Duration.ofSeconds(30))
                .until(() -> deliveries.claim(Channel.MAIL), Optional::isPresent)
                .orElseThrow();

        assertThat(taken.delivery()).isEqualTo(lost.delivery());
        assertThat(deliveries.end(lost, Outcome.DELIVERED)).isFalse();
        deliveries.retry(lost, Duration.ZERO);
        assertThat(claimedUntil(delivery)).isPresent();

        sender.start();
        assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);
    }
}
