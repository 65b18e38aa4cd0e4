package io.sspr.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.NoticeDelivered;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.event.Removal;
import io.sspr.contract.event.ReregistrationRequired;
import io.sspr.contract.event.SignInLocked;
import io.sspr.contract.internal.Notice;
import io.sspr.contract.seal.Disputes;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.state.MethodStatus;
import io.sspr.notification.contact.Contacts;
import io.sspr.notification.contact.Rules;
import io.sspr.notification.testing.Log;
import io.sspr.notification.testing.Mailboxes;
import io.sspr.notification.testing.Numbers;
import io.sspr.notification.testing.Registration;
import io.sspr.notification.testing.RunningService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnersNoticesIntegrationTests {

    private static final Mailboxes MAIL = new Mailboxes();
    private static final Pattern LINK = Pattern.compile("(?m)^https://reset\\.example\\.org/not-me#(\\S+)$");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");

    private final UUID account = Registration.account("en");
    private final String address = "ana." + account + "@example.org";
    private final String number = Numbers.fresh();
    private final UUID method = UUID.randomUUID();

    @AfterAll
    static void stop() {
        MAIL.close();
    }

    @BeforeEach
    void useIt() {
        MAIL.use();
    }

    private static void isAt(UUID method, UUID account, String address, MethodStatus status) {
        Registration.method(method, account, address, status);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(Contacts.class).of(account).stream()
                        .anyMatch(contact -> contact.methodId().equals(method) && contact.status() == status));
    }

    private void isRemoved(UUID removed) {
        Registration.method(removed, account, MethodKind.EMAIL, null, MethodStatus.REMOVED);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.bean(Contacts.class).of(account).stream()
                        .anyMatch(contact ->
                                contact.methodId().equals(removed) && contact.status() == MethodStatus.REMOVED));
    }

    private void hasAMailbox() {
        isAt(method, account, address, MethodStatus.VERIFIED);
    }

    private List<String> abouts(int count) {
        return Log.of(account, count).stream()
                .map(event -> event instanceof NoticeDelivered delivered
                        ? delivered.about()
                        : event.getClass().getSimpleName())
                .toList();
    }

    private void resetPassword() {
        Registration.passwordChanged(account, account, Cause.RESET, Instant.now());
    }

    @Test
    void ntf02_aResetIsToldByMailAndByText() {
        hasAMailbox();
        isAt(UUID.randomUUID(), account, number, MethodStatus.VERIFIED);

        resetPassword();

        assertThat(abouts(2)).containsOnly("password-reset");
        assertThat(MAIL.subjectsTo(address)).containsExactly("Your password was reset");
        assertThat(RunningService.gateway().to(number))
                .singleElement()
                .satisfies(text -> assertThat(text.body()).contains("your password was reset", "UTC", "Not you?"));
    }

    @Test
    void ntf03_aNoticeGivesALinkAndACodeThatResetServiceBelieves() {
        hasAMailbox();

        resetPassword();
        Log.of(account, 1);

        String text = MAIL.to(address).get(0).text();
        Disputes disputes = RunningService.keys().disputes("reset-service", "notification-service");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(disputes.accountOf(link.group(1), Instant.now())).contains(account);
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).isTrue();
        assertThat(disputes.isCode(account, code.group(), Instant.now())).isTrue();
    }

    @Test
    void atk01_nothingInARecordSaysWhereALinkLeads() {
        hasAMailbox();

        Registration.passwordChangedBySomebodyElsesHost(account, "evil.example");
        Log.of(account, 1);

        assertThat(MAIL.to(address))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("\nhttps://reset.example.org/not-me#")
                        .doesNotContain("evil"));
    }

    @Test
    void atk03_theTokenIsInTheFragmentSoThatAScannerThatOpensTheLinkSendsItToNobody() {
        hasAMailbox();

        resetPassword();
        Log.of(account, 1);

        Matcher link = LINK.matcher(MAIL.to(address).get(0).text());
        assertThat(link.find()).isTrue();
        assertThat(URI.create(link.group()).getRawQuery()).isNull();
        assertThat(URI.create(link.group()).getPath()).isEqualTo("/not-me");
    }

    @Test
    void everyEventOfTheTableIsTold() {
        hasAMailbox();
        UUID administrator = UUID.randomUUID();
        Instant soon = Instant.now().plusSeconds(60);
        List<Event> registration = List.of(
                new MethodRegistered(UUID.randomUUID(), account, MethodKind.AUTHENTICATOR_APP, soon),
                new MethodRemoved(UUID.randomUUID(), account, MethodKind.AUTHENTICATOR_APP, Removal.OWNER),
                new RecoveryCodesIssued(UUID.randomUUID(), account, 10, false),
                new RecoveryCodesIssued(UUID.randomUUID(), account, 10, true),
                new RecoveryCodeUsed(UUID.randomUUID(), account, UUID.randomUUID(), null, 9),
                new ReregistrationRequired(account, administrator));
        registration.forEach(Registration::event);
        Registration.methodLocked(account, UUID.randomUUID(), MethodKind.SMS);
        Registration.resetEvent(new AdministratorResetStarted(account, administrator, soon));
        for (Notice notice : List.of(Notice.ACCOUNT_UNLOCKED, Notice.SIGN_IN_LOCKED, Notice.RESET_DISPUTED))
            Registration.notice(account, notice, null);
        Registration.passwordChanged(account, account, Cause.ADMINISTRATOR, Instant.now());

        assertThat(abouts(12))
                .containsExactlyInAnyOrder(
                        "method-registered",
                        "method-removed",
                        "recovery-codes-issued",
                        "recovery-code-replaced",
                        "recovery-code-used",
                        "reregistration-required",
                        "method-locked",
                        "reset-arranged",
                        "account-unlocked",
                        "sign-in-locked",
                        "reset-disputed",
                        "password-reset-arranged");
        assertThat(MAIL.to(address).stream().map(Mailboxes.Seen::text))
                .anyMatch(text -> text.contains("Codes that are left: 9."))
                .anyMatch(text -> text.contains("It does not count before"));
    }

    @Test
    void aNoticeSaysFromWhereByMailAndByText() {
        hasAMailbox();
        isAt(UUID.randomUUID(), account, number, MethodStatus.VERIFIED);

        Registration.notice(account, Notice.PASSWORD_RESET, new Origin("203.0.113.0/24", "Firefox on Windows"));

        assertThat(abouts(2)).containsOnly("password-reset");
        String place = "From: Firefox on Windows, network 203.0.113.0/24";
        assertThat(MAIL.to(address))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("    " + place + "\n"));
        assertThat(RunningService.gateway().to(number))
                .singleElement()
                .satisfies(text -> assertThat(text.body()).contains(place + ".\nNot you?"));
        assertThat(RunningService.database()
                        .sql("select letter is null from deliveries where account_id = :id")
                        .param("id", account)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, true);
    }

    @Test
    void whatIsNoPlaceIsNotSaidAndANoticeWithoutOneIsSentAllTheSame() {
        hasAMailbox();

        Registration.notice(account, Notice.PASSWORD_RESET, null);
        Registration.notice(
                account,
                Notice.PASSWORD_CHANGED,
                new Origin("evil.example", "Call 0900 1234567\r\nBcc: eva@x.example"));

        assertThat(abouts(2)).containsExactlyInAnyOrder("password-reset", "password-changed");
        assertThat(MAIL.to(address))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.text()).doesNotContain("From:", "evil", "0900", "Bcc"));
    }

    @Test
    void anEventThatANoticeIsAskedForBesideTellsNothingItself() {
        hasAMailbox();

        for (Event event : List.of(
                new SignInLocked(account, Instant.now()),
                new AccountUnlocked(account, UUID.randomUUID()),
                new AdministratorResetStarted(account, UUID.randomUUID(), Instant.now())))
            Registration.resetEvent(event);

        assertThat(abouts(1)).containsExactly("reset-arranged");
    }

    @Test
    void newRecoveryCodesAreToldOnce() {
        hasAMailbox();

        Registration.event(new MethodRegistered(UUID.randomUUID(), account, MethodKind.RECOVERY_CODE, null));
        Registration.event(new RecoveryCodesIssued(UUID.randomUUID(), account, 10, false));

        assertThat(abouts(1)).containsExactly("recovery-codes-issued");
    }

    @Test
    void ntf05_aRemovedAddressHearsOfItsRemovalThoughItIsGoneAlready() {
        hasAMailbox();
        UUID old = UUID.randomUUID();
        String oldAddress = "old." + account + "@example.org";
        isAt(old, account, oldAddress, MethodStatus.VERIFIED);
        isRemoved(old);

        Registration.event(new MethodRemoved(old, account, MethodKind.EMAIL, Removal.OWNER));
        resetPassword();

        Log.of(account, 3);
        assertThat(MAIL.subjectsTo(oldAddress)).containsExactly("A way to reset your password was removed");
        assertThat(MAIL.subjectsTo(address))
                .containsExactly("A way to reset your password was removed", "Your password was reset");
    }

    @Test
    void requiredToRegisterAnewIsToldToTheAddressesThatWereRemovedForIt() {
        hasAMailbox();
        isRemoved(method);
        Registration.event(new MethodRemoved(method, account, MethodKind.EMAIL, Removal.ADMINISTRATOR));
        Registration.event(new ReregistrationRequired(account, UUID.randomUUID()));

        assertThat(abouts(1)).containsExactly("reregistration-required");
        assertThat(MAIL.subjectsTo(address)).containsExactly("Register anew how you reset your password");
    }

    @Test
    void anImportedAddressThatProvisioningTakesBackHearsNothingThatCouldFreezeTheAccount() {
        UUID imported = UUID.randomUUID();
        String elsewhere = "elsewhere." + account + "@example.org";
        hasAMailbox();
        isAt(imported, account, elsewhere, MethodStatus.IMPORTED);
        isRemoved(imported);

        Registration.event(new MethodRemoved(imported, account, MethodKind.EMAIL, Removal.PROVISIONING));
        Registration.event(new ReregistrationRequired(account, UUID.randomUUID()));

        assertThat(abouts(2)).containsExactlyInAnyOrder("method-removed", "reregistration-required");
        assertThat(MAIL.to(elsewhere)).isEmpty();
    }

    @Test
    void atk11_aThousandLockedSignInsAreOneMail() {
        hasAMailbox();
        for (int locked = 0; locked < 1_000; locked++) Registration.notice(account, Notice.SIGN_IN_LOCKED, null);
        Registration.notice(account, Notice.ACCOUNT_UNLOCKED, null);

        assertThat(abouts(2)).containsExactlyInAnyOrder("sign-in-locked", "account-unlocked");
    }

    @Test
    void atk11_textsOfNoticesAreLimitedAndMailsAreNot() {
        hasAMailbox();
        isAt(UUID.randomUUID(), account, number, MethodStatus.VERIFIED);
        for (MethodKind kind : MethodKind.values())
            if (kind.isRegistered()) {
                Registration.event(new MethodRemoved(UUID.randomUUID(), account, kind, Removal.OWNER));
                Registration.methodLocked(account, UUID.randomUUID(), kind);
            }
        Registration.event(new RecoveryCodesIssued(UUID.randomUUID(), account, 10, false));
        Registration.event(new RecoveryCodesIssued(UUID.randomUUID(), account, 10, true));
        Registration.event(new RecoveryCodeUsed(UUID.randomUUID(), account, UUID.randomUUID(), null, 9));
        Registration.event(new ReregistrationRequired(account, UUID.randomUUID()));
        Log.of(account, 24);

        assertThat(MAIL.to(address)).hasSize(12);
        assertThat(RunningService.gateway().to(number)).hasSize(10);
        assertThat(Log.of(account)).filteredOn(DeliveryFailed.class::isInstance).hasSize(2);
    }

    @Test
    void anImportedAddressIsToldOnlyIfThereIsNoProvenOneAndItCouldServeAReset() {
        isAt(method, account, address, MethodStatus.IMPORTED);
        resetPassword();
        // Behind it on the same partition.
        UUID other = Registration.account("en");
        isAt(UUID.randomUUID(), other, "eva." + other + "@example.org", MethodStatus.VERIFIED);
        Registration.passwordChanged(account, other, Cause.RESET, Instant.now());
        Log.of(other, 1);
        assertThat(Log.of(account)).isEmpty();

        importedCount(true);
        try {
            resetPassword();
            assertThat(abouts(1)).containsExactly("password-reset");
        } finally {
            importedCount(false);
        }
    }

    private static void importedCount(boolean count) {
        Registration.policy(count);
        Rules rules = RunningService.bean(Rules.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> rules.importedCount() == count);
    }
}
