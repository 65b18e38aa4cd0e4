package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.ResetCancelled;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.reset.Portal.Flow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole runs over a real broker and a real database. */
class ResetJourneyTests {

    private static final String OLD = "correct horse battery";
    private static final String NEW = "staple correct horse";
    private static final AtomicInteger LOGINS = new AtomicInteger();
    private static final AtomicInteger POLICIES = new AtomicInteger(100);

    private static Portal portal;
    private static Portal feed;
    private static RecordedTopic passwords;
    private static RecordedTopic events;

    private final String login = "jane." + LOGINS.incrementAndGet() + "@example.org";

    @BeforeAll
    static void start() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        portal = new Portal("portal");
        feed = new Portal("feed");
        passwords = new RecordedTopic(Topics.PASSWORD_EVENTS);
        events = new RecordedTopic(Topics.events(Service.RESET));
    }

    @AfterAll
    static void stop() {
        List.of(portal, feed).forEach(Portal::close);
        List.of(passwords, events).forEach(RecordedTopic::close);
    }

    @AfterEach
    void restore() {
        RunningReset.CLOCK.putForward(Duration.ZERO);
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 1));
    }

    @Test
    void aForgottenPasswordIsReplacedByProvingOneMethod() {
        UUID account = withPassword();
        Flow flow = Flow.begin();

        MethodsOffered offered = (MethodsOffered) portal.answer(portal.requestReset(flow, login));
        assertThat(offered.kinds()).isEqualTo(RunningReset.REGISTERED);
        assertThat(offered.gates()).isEqualTo(1);
        StartVerification verification = portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL));
        assertThat(verification.accountId()).isEqualTo(account);
        assertThat(portal.answer(portal.prove(verification))).isInstanceOf(ResetAuthorized.class);
        assertThat(portal.answer(portal.submitNewPassword(flow, NEW)))
                .isEqualTo(new PasswordSet(flow.id(), account, 2));

        PasswordChanged changed = changed(account, 2);
        assertThat(changed.cause()).isEqualTo(Cause.RESET);
        assertThat(changed.resetId()).isEqualTo(verification.resetId());
        assertThat(changed.mustChange()).isFalse();
        assertThat(changed.sessionsInvalidBefore()).isEqualTo(changed.changedAt());
        assertThat(portal.answer(portal.signIn(login, OLD, null))).isInstanceOf(SignInFailed.class);
        assertThat(portal.answer(portal.signIn(login, NEW, null)))
                .isEqualTo(new SignedIn(account, false, changed.sessionsInvalidBefore()));
    }

    @Test
    void twoMethodsAreProvenWhereThePolicyAsksForTwo() {
        UUID account = withPassword();
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 2));
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login));

        GatePassed passed = (GatePassed)
                portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL))));
        assertThat(passed.kinds())
                .containsExactly(MethodKind.SMS, MethodKind.AUTHENTICATOR_APP, MethodKind.RECOVERY_CODE);
        assertThat(passed.gatesLeft()).isEqualTo(1);
        assertRefused(portal.submitNewPassword(flow, NEW), Refusal.OUT_OF_ORDER);
        assertRefused(portal.chooseMethod(flow, MethodKind.EMAIL), Refusal.METHODS_NOT_DIFFERENT);
        portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.AUTHENTICATOR_APP))));

        assertThat(portal.answer(portal.submitNewPassword(flow, NEW)))
                .isEqualTo(new PasswordSet(flow.id(), account, 2));
    }

    @Test
    void aPolicyThatBecomesStricterAsksForOneMoreMethod() {
        UUID account = withPassword();
        Flow flow = portal.authorised(login);
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 2));

        assertRefused(portal.submitNewPassword(flow, NEW), Refusal.OUT_OF_ORDER);
        portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.AUTHENTICATOR_APP))));

        assertThat(portal.answer(portal.submitNewPassword(flow, NEW)))
                .isEqualTo(new PasswordSet(flow.id(), account, 2));
    }

    @Test
    void allRulesThatAPasswordBreaksAreTold() {
        withPassword();
        Flow flow = portal.authorised(login);

        assertThat(portal.answer(portal.submitNewPassword(flow, OLD)))
                .isEqualTo(new PasswordRefused(flow.id(), List.of(PasswordRule.SAME_AS_CURRENT)));
        assertThat(portal.answer(portal.submitNewPassword(flow, "short\u0000")))
                .isEqualTo(new PasswordRefused(
                        flow.id(), List.of(PasswordRule.TOO_SHORT, PasswordRule.FORBIDDEN_CHARACTER)));
        assertThat(portal.answer(portal.submitNewPassword(flow, login)))
                .isEqualTo(new PasswordRefused(flow.id(), List.of(PasswordRule.LIKE_LOGIN)));
        assertThat(portal.answer(portal.submitNewPassword(flow, NEW))).isInstanceOf(PasswordSet.class);
    }

    @Test
    void aPasswordSetByOneResetEndsAllOthersOfTheAccount() {
        UUID account = withPassword();
        Flow first = portal.authorised(login);
        Flow second = portal.authorised(login);

        portal.answer(portal.submitNewPassword(second, NEW));

        assertRefused(portal.submitNewPassword(first, "yet another password"), Refusal.ENDED);
        assertThat(events.awaitMessage(event ->
                                event.message() instanceof ResetExpired expired && account.equals(expired.accountId()))
                        .message())
                .isInstanceOfSatisfying(
                        ResetExpired.class,
                        expired -> assertThat(expired.reason()).isEqualTo(Refusal.ENDED));
    }

    @Test
    void anotherResetDoesNotEndTheFirst() {
        UUID account = withPassword();
        Flow first = portal.authorised(login);
        portal.answer(portal.requestReset(Flow.begin(), login));

        assertThat(portal.answer(portal.submitNewPassword(first, NEW)))
                .isEqualTo(new PasswordSet(first.id(), account, 2));
    }

    @Test
    void ofTwentyNewPasswordsHandedInAtOnceOneIsSet() {
        UUID account = withPassword();
        Flow flow = portal.authorised(login);
        List<UUID> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) requests.add(portal.submitNewPassword(flow, NEW + " " + i));

        List<Message> answers = requests.stream().map(portal::answer).toList();

        assertThat(answers).filteredOn(PasswordSet.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.equals(new RequestRefused(flow.id(), Refusal.ENDED, null)))
                .hasSize(19);
        assertThat(versions(account)).containsExactly(1L, 2L);
        assertThat(RunningReset.count("select version from credentials where account_id = ?", account))
                .isEqualTo(2);
    }

    @Test
    void aStepThatOvertakesTheBeginningWaitsForIt() {
        withPassword();
        Flow flow = Flow.begin();
        UUID choice = portal.chooseMethod(flow, MethodKind.EMAIL);
        await().atMost(Duration.ofSeconds(10)).until(() -> RunningReset.count("select count(*) from parked") == 1);

        portal.answer(portal.requestReset(flow, login));

        assertThat(portal.verification(choice).flow()).isEqualTo(flow.id());
    }

    @Test
    void whatNobodyBeganIsUnknown() {
        assertRefused(portal.cancelReset(Flow.begin()), Refusal.UNKNOWN_FLOW);
    }

    @Test
    void aFlowBeginsOnce() {
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login));

        assertRefused(portal.requestReset(flow, login), Refusal.FLOW_EXISTS);
    }

    @Test
    void aCancelledResetHasEnded() {
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login));

        assertThat(portal.answer(portal.cancelReset(flow))).isEqualTo(new ResetCancelled(flow.id()));
        assertRefused(portal.chooseMethod(flow, MethodKind.EMAIL), Refusal.ENDED);
    }

    @Test
    void aProofThatComesAfterTheEndIsAnsweredAllTheSame() {
        withPassword();
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login));
        StartVerification verification = portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL));
        portal.answer(portal.cancelReset(flow));

        assertRefused(portal.prove(verification), Refusal.ENDED);
    }

    @Test
    void aResetThatNobodyComesBackForIsAbandoned() {
        UUID account = withPassword();
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login));

        RunningReset.CLOCK.putForward(Duration.ofMinutes(15));

        assertThat(events.awaitMessage(event ->
                                event.message() instanceof ResetExpired expired && account.equals(expired.accountId()))
                        .message())
                .isInstanceOfSatisfying(
                        ResetExpired.class,
                        expired -> assertThat(expired.reason()).isEqualTo(Refusal.ABANDONED));
        RunningReset.CLOCK.putForward(Duration.ZERO);
        assertRefused(portal.chooseMethod(flow, MethodKind.EMAIL), Refusal.EXPIRED);
    }

    @Test
    void manyResetsOfOneAccountHaveToWaitUntilOneIsProven() {
        withPassword();
        RunningReset.tellPolicy(RunningReset.policy(POLICIES.incrementAndGet(), 1, RunningReset.WEAK));
        for (int i = 0; i < 3; i++) portal.answer(portal.requestReset(Flow.begin(), login));
        Flow fourth = Flow.begin();
        RequestRefused refused = (RequestRefused) portal.answer(portal.requestReset(fourth, login));

        assertThat(refused.reason()).isEqualTo(Refusal.TOO_SOON);
        assertThat(refused.retryAt()).isNotNull();
        RunningReset.CLOCK.putForward(Duration.ofSeconds(31));
        portal.authorised(login);
        assertThat(portal.answer(portal.requestReset(Flow.begin(), login))).isInstanceOf(MethodsOffered.class);
    }

    private UUID withPassword() {
        UUID account = RunningReset.account(login);
        UUID request = feed.importCredential(account, new InitialCredential(null, OLD, true));
        assertThat(feed.answer(request)).isEqualTo(new CredentialImported(account, 1));
        return account;
    }

    private PasswordChanged changed(UUID account, long version) {
        return (PasswordChanged) passwords
                .awaitMessage(event -> event.message() instanceof PasswordChanged changed
                        && changed.accountId().equals(account)
                        && changed.version() == version)
                .message();
    }

    private static List<Long> versions(UUID account) {
        return passwords.messages().stream()
                .map(event -> event.message())
                .filter(PasswordChanged.class::isInstance)
                .map(PasswordChanged.class::cast)
                .filter(changed -> changed.accountId().equals(account))
                .map(PasswordChanged::version)
                .toList();
    }

    private static void assertRefused(UUID request, Refusal reason) {
        assertThat(portal.answer(request))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
