package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.reset.Portal.Flow;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Unlocking an account whose password is known, and calling for help. */
class UnlockJourneyTests {

    private static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger POLICIES = new AtomicInteger(1000);

    private static Portal portal;
    private static Portal feed;
    private static RecordedTopic events;

    private final String login = "unlock-" + UUID.randomUUID() + "@example.org";
    private UUID account = new UUID(0, 0);

    @BeforeAll
    static void start() {
        portal = new Portal("portal");
        feed = new Portal("feed");
        events = new RecordedTopic(Topics.events(Service.RESET));
    }

    @AfterAll
    static void stop() {
        List.of(portal, feed).forEach(Portal::close);
        events.close();
    }

    @BeforeEach
    void withPassword() {
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 1));
        account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, PASSWORD, true)));
    }

    @Test
    @DisplayName(
            "T8: locked, unlocked by one who knows the password: not locked any more, where Entra lets the timer run")
    void anUnlockLiftsTheLockAndLeavesThePassword() {
        for (int i = 0; i < 10; i++) portal.answer(portal.signIn(login, "guess " + i, null));
        assertThat(portal.answer(portal.signIn(login, PASSWORD, null)))
                .isInstanceOfSatisfying(
                        SignInFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Refusal.LOCKED));
        Flow flow = Flow.begin();

        assertThat(portal.answer(portal.requestUnlock(flow, login))).isInstanceOf(MethodsOffered.class);
        assertRefused(portal.submitNewPassword(flow, "staple correct horse"), Refusal.OUT_OF_ORDER);
        StartVerification verification = portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL));
        assertThat(verification.purpose()).isEqualTo(Purpose.UNLOCK);
        assertThat(portal.answer(portal.prove(verification)))
                .isEqualTo(new io.sspr.contract.reply.AccountUnlocked(flow.id()));

        assertThat(portal.answer(portal.signIn(login, PASSWORD, null)))
                .isInstanceOfSatisfying(
                        SignedIn.class,
                        signedIn -> assertThat(signedIn.accountId()).isEqualTo(account));
        assertRefused(portal.chooseMethod(flow, MethodKind.EMAIL), Refusal.ENDED);
        UUID id = verification.resetId();
        assertThat(told(UnlockRequested.class))
                .extracting(UnlockRequested::resetId)
                .contains(id);
        assertThat(told(AccountUnlocked.class)).contains(new AccountUnlocked(account, id));
        assertThat(RunningReset.count("select count(*) from unproven_resets where account_id = ?", account))
                .isZero();
    }

    @Test
    void anUnlockNeedsAsManyMethodsAsAReset() {
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 2));
        Flow flow = Flow.begin();
        portal.answer(portal.requestUnlock(flow, login));

        assertThat(portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL)))))
                .isInstanceOf(GatePassed.class);
        assertThat(portal.answer(
                        portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.AUTHENTICATOR_APP)))))
                .isEqualTo(new io.sspr.contract.reply.AccountUnlocked(flow.id()));
    }

    @Test
    void resetsAndUnlocksAreThrottledTogether() {
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 1, RunningReset.WEAK));
        for (int i = 0; i < 3; i++) portal.answer(portal.requestReset(Flow.begin(), login));

        assertRefused(portal.requestUnlock(Flow.begin(), login), Refusal.TOO_SOON);
    }

    @Test
    void aCallForHelpIsToldOnceAnHourAndTheResetGoesOn() {
        Flow first = portal.authorised(login);
        Flow second = Flow.begin();
        portal.answer(portal.requestReset(second, login));

        for (Flow flow : List.of(first, first, second))
            assertThat(portal.answer(portal.contactAdministrator(flow)))
                    .isEqualTo(new io.sspr.contract.reply.AdministratorContacted(flow.id()));

        portal.answer(portal.submitNewPassword(first, "staple correct horse"));
        List<AdministratorContacted> calls = told(AdministratorContacted.class).stream()
                .filter(call -> call.accountId().equals(account))
                .toList();
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).gatesPassed()).isEqualTo(1);
        assertRefused(portal.contactAdministrator(first), Refusal.ENDED);
    }

    private static <T> List<T> told(Class<T> type) {
        return events.messages().stream()
                .map(event -> event.message())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static void assertRefused(UUID request, Refusal reason) {
        assertThat(portal.answer(request))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
