package io.sspr.notification.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.notification.testing.Log;
import io.sspr.notification.testing.Numbers;
import io.sspr.notification.testing.Registration;
import io.sspr.notification.testing.RunningService;
import io.sspr.notification.testing.ScriptedGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people do with text messages who earn by them, or want somebody else to have no rest. */
class TextFloodIntegrationTests {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ScriptedGateway gateway = RunningService.gateway();
    private final UUID account = UUID.randomUUID();
    private final String number = Numbers.fresh();

    private UUID code() {
        return Registration.textCode(account, number, "12345678", LIFE);
    }

    private static DeliveryFailed failed(UUID delivery, UUID account, Refusal reason) {
        return new DeliveryFailed(delivery, account, Registration.verification(delivery), "code", reason);
    }

    @Test
    void atk11_aThousandCodesForOneAccountAreAHandfulOfMessages() {
        List<UUID> deliveries = Arrays.asList(new UUID[1_000]);
        deliveries.replaceAll(none -> code());

        List<Message> told = Log.outcomes(deliveries);

        assertThat(told).filteredOn(CodeDelivered.class::isInstance).hasSize(3);
        assertThat(told)
                .filteredOn(DeliveryFailed.class::isInstance)
                .hasSize(997)
                .allSatisfy(message ->
                        assertThat(((DeliveryFailed) message).reason()).isEqualTo(Refusal.BUDGET_EXHAUSTED));
        assertThat(gateway.to(number)).hasSize(3);
    }

    @Test
    void atk08_aThousandNumbersOfOneBlockAreTwentyMessages() {
        // None of the fresh ones is in it.
        String block = "+3865123";
        List<UUID> deliveries = new ArrayList<>();
        for (int suffix = 1000; suffix < 2000; suffix++)
            deliveries.add(Registration.textCode(UUID.randomUUID(), block + suffix, "12345678", LIFE));

        List<Message> told = Log.outcomes(deliveries);

        assertThat(told).filteredOn(CodeDelivered.class::isInstance).hasSize(20);
        assertThat(gateway.texts())
                .filteredOn(text -> text.to().startsWith(block))
                .hasSize(20);
    }

    @Test
    void sms06_aCountryWhoseCodesHardlyComeBackIsStoppedForAnHourAndOthersAreNot() {
        List<UUID> sent = new ArrayList<>();
        for (int code = 0; code < 50; code++)
            sent.add(
                    Registration.textCode(UUID.randomUUID(), Numbers.fresh("+43"), "12345678", Duration.ofSeconds(20)));
        assertThat(Log.outcomes(sent)).hasSize(50).hasOnlyElementsOfType(CodeDelivered.class);
        for (UUID delivery : sent.subList(0, 9)) verified(delivery);
        await().atMost(Duration.ofSeconds(30)).until(() -> verified() >= 9);
        // As if their lives were over.
        RunningService.database()
                .sql("update deliveries set expires_at = now() where id in (:sent)")
                .param("sent", sent)
                .update();

        UUID stopped = Registration.textCode(account, Numbers.fresh("+43"), "12345678", LIFE);
        UUID elsewhere = code();

        assertThat(Log.outcome(stopped).message()).isEqualTo(failed(stopped, account, Refusal.BUDGET_EXHAUSTED));
        assertThat(Log.outcome(elsewhere).message()).isInstanceOf(CodeDelivered.class);

        RunningService.database()
                .sql("update breakers set stopped_until = now()")
                .update();
        UUID again = Registration.textCode(account, Numbers.fresh("+43"), "12345678", LIFE);
        assertThat(Log.outcome(again).message()).isInstanceOf(CodeDelivered.class);
    }

    @Test
    void sms06_aCountryWhoseCodesComeBackIsNotStopped() {
        List<UUID> sent = new ArrayList<>();
        for (int code = 0; code < 50; code++)
            sent.add(
                    Registration.textCode(UUID.randomUUID(), Numbers.fresh("+39"), "12345678", Duration.ofSeconds(20)));
        Log.outcomes(sent);
        long before = verified();
        for (UUID delivery : sent.subList(0, 10)) verified(delivery);
        await().atMost(Duration.ofSeconds(30)).until(() -> verified() >= before + 10);
        RunningService.database()
                .sql("update deliveries set expires_at = now() where id in (:sent)")
                .param("sent", sent)
                .update();

        UUID next = Registration.textCode(account, Numbers.fresh("+39"), "12345678", LIFE);

        assertThat(Log.outcome(next).message()).isInstanceOf(CodeDelivered.class);
    }

    @Test
    void sms06_theCodeOfAnAdministratorCountsAsComeBackThoughItWasSentBeforeItsVerificationBegan() {
        UUID delivery = Registration.administratorsCode(MethodKind.SMS, account, number, "12345678");
        assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);

        Registration.event(new CodeVerified(
                UUID.randomUUID(),
                account,
                UUID.randomUUID(),
                Registration.verification(delivery),
                MethodKind.ADMINISTRATOR_CODE,
                Purpose.ADMINISTRATOR_RESET));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.database()
                        .sql("select verified from deliveries where id = :id")
                        .param("id", delivery)
                        .query(Boolean.class)
                        .single());
    }

    private static void verified(UUID delivery) {
        Registration.event(new CodeVerified(
                Registration.verification(delivery),
                UUID.randomUUID(),
                null,
                UUID.randomUUID(),
                MethodKind.SMS,
                Purpose.RESET));
    }

    private static long verified() {
        return RunningService.database()
                .sql("select count(*) from deliveries where verified")
                .query(Long.class)
                .single();
    }
}
