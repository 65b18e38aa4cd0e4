package io.sspr.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.NoticeDelivered;
import io.sspr.contract.internal.Notice;
import io.sspr.contract.state.MethodStatus;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Transactions;
import io.sspr.notification.budget.Budgets;
import io.sspr.notification.budget.Counters;
import io.sspr.notification.contact.Contacts;
import io.sspr.notification.contact.People;
import io.sspr.notification.delivery.Deliveries;
import io.sspr.notification.template.Occasion;
import io.sspr.notification.testing.Log;
import io.sspr.notification.testing.Mailboxes;
import io.sspr.notification.testing.Registration;
import io.sspr.notification.testing.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows of Microsoft Entra's table of notifications and routing (T11), and what we do. */
class AdministratorsIntegrationTests {

    private static final Mailboxes MAIL = new Mailboxes();
    private static final String HELP = "A person asks for help with their password";
    private static final String RESET = "An administrator's password was reset";

    private final List<UUID> administrators = new ArrayList<>();
    private final UUID person = known(Registration.account("en"));

    @AfterAll
    static void stop() {
        MAIL.close();
    }

    @BeforeEach
    void useIt() {
        MAIL.use();
    }

    /** The other tests of this service have no administrators. */
    @AfterEach
    void leaveNone() {
        administrators.forEach(Registration::isNoAdministratorAnyMore);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(People.class)
                        .administratorsWithMail(1)
                        .isEmpty());
        RunningService.database().sql("delete from budgets").update();
    }

    private static UUID known(UUID account) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(People.class).of(account).isPresent());
        return account;
    }

    private UUID administrator() {
        UUID administrator = known(Registration.account("en", true));
        administrators.add(administrator);
        hasAddress(administrator, mailOf(administrator));
        return administrator;
    }

    private static void hasAddress(UUID account, String address) {
        UUID method = UUID.randomUUID();
        Registration.method(method, account, address, MethodStatus.VERIFIED);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(Contacts.class).at(method).isPresent());
    }

    private static String mailOf(UUID account) {
        return "admin." + account + "@example.org";
    }

    private void asksForHelp(UUID account) {
        Registration.resetEvent(new AdministratorContacted(UUID.randomUUID(), account, 1));
    }

    @Test
    void t11_administratorAResetsAndTheOthersAreTold_ours_aNotAsOther() {
        UUID a = administrator();
        UUID b = administrator();
        UUID c = administrator();

        Registration.passwordChanged(a, a, Cause.RESET, Instant.now());

        Log.of(a, 3);
        assertThat(MAIL.subjectsTo(mailOf(a))).containsExactly("Your password was reset");
        for (UUID other : List.of(b, c)) {
            assertThat(MAIL.subjectsTo(mailOf(other))).containsExactly(RESET);
            assertThat(MAIL.to(mailOf(other)).get(0).text()).contains("Login: ana." + a, "o-" + a);
        }
    }

    @Test
    void t11_aPersonResetsOrAnAdministratorChanges_ours_noAdministratorIsTold() {
        UUID a = administrator();
        UUID b = administrator();
        hasAddress(person, mailOf(person));

        Registration.passwordChanged(person, person, Cause.RESET, Instant.now());
        Registration.passwordChanged(a, a, Cause.CHANGED, Instant.now());

        Log.of(person, 1);
        Log.of(a, 1);
        assertThat(MAIL.subjectsTo(mailOf(a))).containsExactly("Your password was changed");
        assertThat(MAIL.subjectsTo(mailOf(b))).isEmpty();
    }

    @Test
    void t11_aHelpRequestWithoutAHelpdeskAddress_ours_allAdministratorsWhoHaveAVerifiedMail() {
        UUID a = administrator();
        UUID b = administrator();
        UUID unverified = known(Registration.account("en", true));
        administrators.add(unverified);
        hasAddress(person, mailOf(person));

        asksForHelp(person);

        assertThat(Log.of(person, 2)).hasSize(2).hasOnlyElementsOfType(NoticeDelivered.class);
        for (UUID told : List.of(a, b))
            assertThat(MAIL.to(mailOf(told))).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo(HELP);
                assertThat(mail.text()).contains("Login: ana." + person, "o-" + person);
            });
        assertThat(MAIL.to(mailOf(person))).isEmpty();
    }

    @Test
    void t11_aHelpRequestWithAHelpdeskAddress_ours_thatAddressAndNobodyElse() {
        UUID a = administrator();
        String helpdesk = "help." + person + "@example.org";

        ask(new HelpProperties(helpdesk, "sl", Duration.ofHours(1)), person);

        Log.of(person, 1);
        assertThat(MAIL.subjectsTo(helpdesk)).containsExactly("Uporabnik prosi za pomoč z geslom");
        assertThat(MAIL.to(mailOf(a))).isEmpty();
    }

    @Test
    void t11_aHelpRequestThatNobodyCanBeToldOf_ours_theLogSaysSo() {
        asksForHelp(person);

        assertThat(Log.of(person, 1)).singleElement().isInstanceOfSatisfying(DeliveryFailed.class, failed -> {
            assertThat(failed.about()).isEqualTo("help-wanted");
            assertThat(failed.reason()).isEqualTo(Refusal.UNDELIVERABLE);
        });
    }

    @Test
    void t11_moreThanAHundredAdministrators_ours_aHundredAreTold() {
        UUID many = administrator();
        for (int more = 0; more < 100; more++)
            Registration.method(UUID.randomUUID(), many, more + "." + many + "@example.org", MethodStatus.VERIFIED);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(Contacts.class).of(many).size() == 101);

        asksForHelp(person);

        assertThat(Log.of(person, 100)).hasSize(100);
        assertThat(Log.of(person)).hasSize(100);
    }

    @Test
    void atk11_aPersonWhoAsksAgainAndAgainIsPassedOnOnce() {
        UUID a = administrator();
        hasAddress(person, mailOf(person));
        for (int asked = 0; asked < 50; asked++) asksForHelp(person);
        // Behind them on the same partition.
        Registration.resetEvent(new AdministratorResetStarted(person, UUID.randomUUID(), Instant.now()));

        Log.of(person, 2);
        assertThat(MAIL.subjectsTo(mailOf(a))).containsExactly(HELP);
        assertThat(Log.of(person)).hasSize(2);
    }

    @Test
    void atk11_manyPeopleWhoAskAreLimitedTogether() {
        administrator();
        List<UUID> people = new ArrayList<>();
        for (int asking = 0; asking < 32; asking++) people.add(Registration.account("en"));
        known(people.get(people.size() - 1));
        people.forEach(this::asksForHelp);

        List<Event> told = Log.of(people, 32);
        assertThat(told).filteredOn(NoticeDelivered.class::isInstance).hasSize(30);
        assertThat(told)
                .filteredOn(DeliveryFailed.class::isInstance)
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(((DeliveryFailed) event).reason()).isEqualTo(Refusal.BUDGET_EXHAUSTED));
    }

    @Test
    void aDisputeIsToldToThePersonAndToAdministrators() {
        UUID a = administrator();
        hasAddress(person, mailOf(person));

        Registration.notice(person, Notice.RESET_DISPUTED, null);

        Log.of(person, 2);
        assertThat(MAIL.subjectsTo(mailOf(person))).containsExactly("Your objection was received");
        assertThat(MAIL.subjectsTo(mailOf(a))).containsExactly("A person denies a change to their account");
    }

    @Test
    void whatAdministratorsAreToldCanBeLeftOut() {
        AdministratorProperties none = new AdministratorProperties(List.of());
        assertThat(none.areTold(Occasion.TOLD_RESET_DISPUTED)).isFalse();
        assertThat(none.areTold(Occasion.TOLD_PASSWORD_RESET)).isFalse();
        assertThat(none.areTold(Occasion.HELP_WANTED)).isTrue();
    }

    /** As a service would that is configured so. */
    private static void ask(HelpProperties help, UUID account) {
        Administrators configured = new Administrators(
                RunningService.bean(Contacts.class),
                RunningService.bean(People.class),
                RunningService.bean(Deliveries.class),
                RunningService.bean(Counters.class),
                RunningService.bean(Budgets.class),
                RunningService.bean(NoticeProperties.class),
                RunningService.bean(AdministratorProperties.class),
                help);
        News news = NewsDecider.of(new AdministratorContacted(UUID.randomUUID(), account, 1))
                .orElseThrow();
        RunningService.bean(Transactions.class)
                .run(List.of("account:" + account), work -> configured.tell(news, work.now(), Origin.NONE, work));
    }
}
