package io.sspr.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.event.NoticeDelivered;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.policy.HelpRules;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.NoticeRules;
import io.sspr.contract.state.MethodStatus;
import io.sspr.notification.contact.Contacts;
import io.sspr.notification.contact.People;
import io.sspr.notification.testing.Log;
import io.sspr.notification.testing.Mailboxes;
import io.sspr.notification.testing.PolicyInForce;
import io.sspr.notification.testing.Registration;
import io.sspr.notification.testing.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reset that cannot begin is told to the person, whoever asked. */
class RefusedResetIntegrationTests {

    private static final Mailboxes MAIL = new Mailboxes();
    private static final String WHY = "Why you cannot reset your password yourself";
    private static final String ARRANGED = "An administrator has arranged a reset of your password";

    @AfterAll
    static void stop() {
        MAIL.close();
    }

    @BeforeEach
    void useIt() {
        MAIL.use();
    }

    private static UUID person(String locale, MethodStatus status) {
        UUID account = Registration.account(locale);
        Registration.method(UUID.randomUUID(), account, mailOf(account), status);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(People.class).of(account).isPresent()
                        && !RunningService.bean(Contacts.class).of(account).isEmpty());
        return account;
    }

    private static String mailOf(UUID account) {
        return "ana." + account + "@example.org";
    }

    private static void asks(UUID account, @Nullable Ineligibility reason) {
        Registration.resetEvent(new ResetRequested(UUID.randomUUID(), account, "portal", 1, Instant.now(), reason));
    }

    /** What comes behind on the same partition. */
    private static void then(UUID account) {
        Registration.resetEvent(new AdministratorResetStarted(account, UUID.randomUUID(), Instant.now()));
    }

    @Test
    void thePersonIsToldOnceInTheirLanguageWhyAndWhereHelpIs() {
        UUID ana = person("en", MethodStatus.VERIFIED);
        UUID bor = person("sl", MethodStatus.VERIFIED);

        PolicyInForce.help(new HelpRules("help@example.org", "https://help.example.org/password"))
                .during(() -> {
                    for (UUID account : new UUID[] {ana, bor}) {
                        for (int asked = 0; asked < 20; asked++) asks(account, Ineligibility.TOO_FEW_METHODS);
                        then(account);
                        Log.of(account, 2);
                    }
                });

        assertThat(MAIL.subjectsTo(mailOf(ana))).containsExactly(ARRANGED, WHY);
        assertThat(MAIL.to(mailOf(ana)))
                .filteredOn(mail -> mail.subject().equals(WHY))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("fewer ways", "help@example.org", "\nhttps://help.example.org/password\n")
                        .doesNotContain("not-me"));
        assertThat(MAIL.to(mailOf(bor)))
                .filteredOn(mail -> mail.subject().equals("Zakaj gesla ne morete ponastaviti sami"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("manj načinov", "help@example.org"));
        assertThat(Log.of(ana))
                .hasSize(2)
                .hasOnlyElementsOfType(NoticeDelivered.class)
                .extracting(event -> ((NoticeDelivered) event).about())
                .containsExactlyInAnyOrder("reset-refused", "reset-arranged");
    }

    @Test
    void anotherReasonIsToldAnewAndAnUnlockForTheSameReasonIsNot() {
        UUID ana = person("en", MethodStatus.VERIFIED);

        asks(ana, Ineligibility.TOO_NEW);
        Registration.resetEvent(
                new UnlockRequested(UUID.randomUUID(), ana, "portal", 1, Instant.now(), Ineligibility.TOO_NEW));
        Registration.resetEvent(
                new UnlockRequested(UUID.randomUUID(), ana, "portal", 1, Instant.now(), Ineligibility.FROZEN));
        then(ana);

        Log.of(ana, 3);
        assertThat(MAIL.subjectsTo(mailOf(ana))).containsExactly(ARRANGED, WHY, WHY);
        assertThat(Log.of(ana)).hasSize(3);
    }

    @Test
    void whatCanComeToSomethingIsToldNobody() {
        UUID ana = person("en", MethodStatus.VERIFIED);

        asks(ana, null);
        Registration.resetEvent(
                new ResetRequested(UUID.randomUUID(), null, "portal", 1, Instant.now(), Ineligibility.NOT_REGISTERED));
        then(ana);

        Log.of(ana, 1);
        assertThat(MAIL.subjectsTo(mailOf(ana))).containsExactly(ARRANGED);
    }

    /** What is done of one request could be felt in the answer to the next; so it is as much for everybody. */
    @Test
    void whoeverAsksOneDeliveryIsKept() {
        UUID refused = person("en", MethodStatus.VERIFIED);
        UUID eligible = person("en", MethodStatus.VERIFIED);
        UUID without = Registration.account("en");
        UUID unknown = UUID.randomUUID();

        for (int asked = 1; asked <= 2; asked++) {
            asks(refused, Ineligibility.TOO_NEW);
            asks(eligible, null);
            asks(without, Ineligibility.NOT_REGISTERED);
            Registration.resetEvent(new ResetRequested(unknown, null, "portal", 1, Instant.now()));
            for (UUID subject : new UUID[] {refused, eligible, without, unknown}) awaitKept(subject, asked);
        }

        Log.of(refused, 1);
        assertThat(MAIL.subjectsTo(mailOf(refused))).containsExactly(WHY);
        assertThat(MAIL.subjectsTo(mailOf(eligible))).isEmpty();
        for (UUID subject : new UUID[] {eligible, without, unknown})
            assertThat(Log.of(subject)).isEmpty();
    }

    /** Though each request keeps a delivery, only one that was sent puts off the next. */
    @Test
    void whatWasNotToldPutsOffNothing() {
        UUID ana = person("en", MethodStatus.VERIFIED);

        asks(ana, null);
        awaitKept(ana, 1);
        asks(ana, Ineligibility.NOT_REGISTERED);

        Log.of(ana, 1);
        assertThat(MAIL.subjectsTo(mailOf(ana))).containsExactly(WHY);
    }

    private static void awaitKept(UUID subject, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(JdbcClient.class)
                                .sql("select count(*) from deliveries where account_id = ? and about = 'reset-refused'")
                                .param(subject)
                                .query(Integer.class)
                                .single()
                        == count);
    }

    @Test
    void itCanBeSwitchedOffForItself() {
        UUID ana = person("en", MethodStatus.VERIFIED);

        PolicyInForce.notices(new NoticeRules(true, true, true, true, false, true, true))
                .during(() -> {
                    asks(ana, Ineligibility.EXCLUDED);
                    then(ana);
                    Log.of(ana, 1);
                });

        assertThat(MAIL.subjectsTo(mailOf(ana))).containsExactly(ARRANGED);
    }

    @Test
    void anImportedAddressIsToldOnlyIfThePolicyTrustsThem() {
        UUID ana = person("en", MethodStatus.IMPORTED);
        asks(ana, Ineligibility.NOT_REGISTERED);
        // Behind it on the same partition; without administrators it fails, and the log says so.
        Registration.resetEvent(new AdministratorContacted(UUID.randomUUID(), ana, 1));
        assertThat(Log.of(ana, 1)).hasOnlyElementsOfType(DeliveryFailed.class);
        UUID more = UUID.randomUUID();
        Registration.method(more, ana, "new." + mailOf(ana), MethodStatus.QUARANTINED);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(Contacts.class).at(more).isPresent());
        asks(ana, Ineligibility.TOO_NEW);
        Log.of(ana, 2);

        UUID eva = person("en", MethodStatus.IMPORTED);
        PolicyInForce.importedCount().during(() -> {
            asks(eva, Ineligibility.NOT_REGISTERED);
            asks(eva, Ineligibility.EXCLUDED);
            Log.of(eva, 1);
        });

        assertThat(MAIL.to(mailOf(ana))).isEmpty();
        assertThat(MAIL.subjectsTo("new." + mailOf(ana))).containsExactly(WHY);
        assertThat(MAIL.to(mailOf(eva)))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("You have registered no way"));
    }

    @Test
    void ofSeveralImportedAddressesTheOnePreferredByTheOrganisationIsTold() {
        UUID ana = Registration.account("en");
        // In the order of their ids the other one would be the first.
        UUID other = new UUID(0, ana.getLeastSignificantBits());
        UUID preferred = new UUID(1, ana.getLeastSignificantBits());
        Registration.imported(other, ana, "other." + mailOf(ana), 2);
        Registration.imported(preferred, ana, mailOf(ana), 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(Contacts.class).of(ana).size() == 2);

        PolicyInForce.importedCount().during(() -> {
            asks(ana, Ineligibility.NOT_REGISTERED);
            Log.of(ana, 1);
        });

        assertThat(MAIL.subjectsTo(mailOf(ana))).containsExactly(WHY);
        assertThat(MAIL.to("other." + mailOf(ana))).isEmpty();
    }
}
