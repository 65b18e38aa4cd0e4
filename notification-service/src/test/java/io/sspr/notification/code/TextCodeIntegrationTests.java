package io.sspr.notification.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.notification.testing.Log;
import io.sspr.notification.testing.Numbers;
import io.sspr.notification.testing.Registration;
import io.sspr.notification.testing.RunningService;
import io.sspr.notification.testing.ScriptedGateway;
import io.sspr.notification.testing.ScriptedGateway.Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCodeIntegrationTests {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ScriptedGateway gateway = RunningService.gateway();
    private final UUID account = UUID.randomUUID();
    private final String number = Numbers.fresh();

    private UUID code() {
        return code(number, LIFE);
    }

    private UUID code(String to, Duration life) {
        return Registration.textCode(account, to, "12345678", life);
    }

    private static DeliveryFailed failed(UUID delivery, UUID account, Refusal reason) {
        return new DeliveryFailed(delivery, account, Registration.verification(delivery), "code", reason);
    }

    private static Map<String, Object> row(UUID delivery) {
        return RunningService.database()
                .sql("select * from deliveries where id = :id")
                .param("id", delivery)
                .query()
                .singleRow();
    }

    @Test
    void sms01_aCodeArrivesOnceBoundToTheConfiguredPageAndTheLogSaysSo() {
        UUID delivery = code("+386 " + number.substring(4, 6) + "-" + number.substring(6), LIFE);

        assertThat(Log.outcome(delivery).message())
                .isEqualTo(new CodeDelivered(delivery, Registration.verification(delivery), account, MethodKind.SMS));
        assertThat(gateway.to(number)).singleElement().satisfies(text -> {
            assertThat(text.body()).contains("Primer d.o.o.", "10 min").endsWith("\n@reset.example.org #12345678");
            assertThat(text.from()).isEqualTo("+38640000000");
            assertThat(text.validity()).isBetween(500, 600);
            assertThat(text.authorization())
                    .isEqualTo("Basic "
                            + Base64.getEncoder().encodeToString("ACtest:secret".getBytes(StandardCharsets.UTF_8)));
        });
        assertThat(row(delivery)).containsEntry("letter", null);
        assertThat(row(delivery).toString()).doesNotContain("12345678", number.substring(4));
        assertThat(Log.of(account)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"21211, ADDRESS_REJECTED", "21610, BLOCKED", "60605, BLOCKED", "99999, UNDELIVERABLE"})
    void sms04_whatTheGatewayRefusesForGoodIsTriedOnce(int error, Refusal reason) {
        gateway.answers(number, 400, error);

        UUID delivery = code();

        assertThat(Log.outcome(delivery).message()).isEqualTo(failed(delivery, account, reason));
        assertThat(gateway.refusals(number)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "undelivered, 30005, ADDRESS_REJECTED",
        "undelivered, 30004, BLOCKED",
        "failed, 30007, BLOCKED",
        "failed, 0, UNDELIVERABLE"
    })
    void sms04_whatTheReportSaysIsTheOutcome(String status, int error, Refusal reason) {
        gateway.reports(number, status, error);

        UUID delivery = code();

        assertThat(Log.outcome(delivery).message()).isEqualTo(failed(delivery, account, reason));
        assertThat(gateway.to(number)).hasSize(1);
    }

    @Test
    void sms04_aTelephoneThatWasOffIsTriedOnceMoreWithTheSameCode() {
        gateway.reports(number, "undelivered", 30003);

        UUID delivery = code();

        assertThat(Log.outcome(delivery).message()).isEqualTo(failed(delivery, account, Refusal.UNDELIVERABLE));
        assertThat(gateway.to(number)).hasSize(2).extracting(Text::body).allMatch(body -> body.contains("12345678"));
    }

    @ParameterizedTest
    @CsvSource({"429, 20429", "503, 0", "401, 20003"})
    void sms04_troubleIsRetriedUntilItIsOver(int status, int error) {
        gateway.answers(number, status, error);
        UUID delivery = code();
        await().atMost(Duration.ofSeconds(30)).until(() -> gateway.refusals(number) >= 2);
        gateway.isWellAgain(number);

        assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);
        assertThat(gateway.to(number)).hasSize(1);
    }

    @Test
    void sms04_troubleThatLastsLongerThanTheCodeEndsWithIt() {
        gateway.answers(number, 503, 0);

        UUID delivery = code(number, Duration.ofSeconds(1));

        assertThat(Log.outcome(delivery).message()).isEqualTo(failed(delivery, account, Refusal.EXPIRED));
        assertThat(gateway.to(number)).isEmpty();
    }

    @Test
    void eml05_aGatewayThatTookATextAndFellSilentIsAskedForItAndNotToldAgain() {
        gateway.answers(number, ScriptedGateway.TAKES_AND_HANGS_UP, 0);

        UUID delivery = code();

        assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);
        assertThat(gateway.to(number)).hasSize(1);
    }

    @Test
    void eml05_aTextThatTheGatewayDoesNotHaveIsSentAgain() {
        gateway.answers(number, ScriptedGateway.HANGS_UP, 0);

        UUID delivery = code();

        assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);
        assertThat(gateway.refusals(number)).isEqualTo(1);
        assertThat(gateway.to(number)).hasSize(1);
    }

    @Test
    void eml05_aTextThatMayHaveBeenSentIsSentOnceMoreWithTheSameWordsHoweverOftenItWasRefusedBefore() {
        gateway.hides(number);
        gateway.answers(number, 429, 20429);
        UUID delivery = code();
        await().atMost(Duration.ofSeconds(30)).until(() -> gateway.refusals(number) >= 3);
        gateway.answers(number, ScriptedGateway.TAKES_AND_HANGS_UP, 0);

        assertThat(Log.outcome(delivery).message()).isEqualTo(failed(delivery, account, Refusal.UNDELIVERABLE));
        assertThat(gateway.to(number)).hasSize(2);
        assertThat(gateway.to(number).stream().map(Text::body).distinct()).hasSize(1);
    }

    @Test
    void eml05_whileTheGatewayDoesNotSayWhetherItHasATextNothingIsSent() {
        gateway.lists(false);
        try {
            gateway.answers(number, ScriptedGateway.TAKES_AND_HANGS_UP, 0);
            UUID delivery = code(number, Duration.ofSeconds(5));

            assertThat(Log.outcome(delivery).message()).isEqualTo(failed(delivery, account, Refusal.EXPIRED));
        } finally {
            gateway.lists(true);
        }
        assertThat(gateway.to(number)).hasSize(1);
    }

    @Test
    void aTextThatTheCarrierHadToTheEndCountsAsDeliveredAndOneThatItNeverHadDoesNot() {
        String other = Numbers.fresh();
        gateway.reports(number, "sent", 0);
        gateway.reports(other, "queued", 0);

        UUID sent = code(number, Duration.ofSeconds(2));
        UUID queued = code(other, Duration.ofSeconds(2));

        assertThat(Log.outcome(sent).message()).isInstanceOf(CodeDelivered.class);
        assertThat(Log.outcome(queued).message()).isEqualTo(failed(queued, account, Refusal.UNDELIVERABLE));
        assertThat(gateway.to(number)).hasSize(1);
        assertThat(gateway.to(other)).hasSize(1);
    }

    @Test
    void sms07_aCodeNeverChangesItsChannelOrItsAddress() {
        UUID mailByText = Registration.textCode(account, "ana." + account + "@example.org", "12345678", LIFE);
        UUID textByMail = Registration.code(MethodKind.EMAIL, account, number, "12345678", LIFE);
        gateway.answers(number, 400, 30450);
        UUID blocked = code();

        for (UUID delivery : List.of(mailByText, textByMail))
            assertThat(Log.outcome(delivery).message()).isEqualTo(failed(delivery, account, Refusal.ADDRESS_REJECTED));
        assertThat(Log.outcome(blocked).message()).isEqualTo(failed(blocked, account, Refusal.BLOCKED));
        assertThat(gateway.to(number)).isEmpty();
    }

    @Test
    void atk10_aListOfNumbersIsNoNumber() {
        UUID delivery = code(number + "," + Numbers.fresh(), LIFE);

        assertThat(Log.outcome(delivery).message()).isEqualTo(failed(delivery, account, Refusal.ADDRESS_REJECTED));
    }

    @Test
    void atk08_aCountryThatIsNotAllowedGetsNothing() {
        String premium = "+18765550123";

        UUID delivery = code(premium, LIFE);

        assertThat(Log.outcome(delivery).message()).isEqualTo(failed(delivery, account, Refusal.BLOCKED));
        assertThat(gateway.to(premium)).isEmpty();
    }

    @Test
    void anAdministratorsCodeGoesToWhicheverAddressThePersonHas() {
        UUID delivery = Registration.code(MethodKind.ADMINISTRATOR_CODE, account, number, "12345678", LIFE);

        assertThat(Log.outcome(delivery).message())
                .isEqualTo(new CodeDelivered(
                        delivery, Registration.verification(delivery), account, MethodKind.ADMINISTRATOR_CODE));
        assertThat(gateway.to(number)).hasSize(1);
    }

    @Test
    void aDecoyLooksTheSameToTheDatabaseButSendsAndTellsNothing() {
        int before = gateway.texts().size();
        UUID decoy = Registration.textCode(account, null, "12345678", LIFE);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.database()
                        .sql("select exists (select 1 from deliveries where id = :id and outcome = 'NOBODY')")
                        .param("id", decoy)
                        .query(Boolean.class)
                        .single());

        assertThat(row(decoy)).containsEntry("channel", "TEXT").containsEntry("letter", null);
        assertThat(gateway.texts()).hasSize(before);
        assertThat(Log.of(account)).isEmpty();
    }
}
