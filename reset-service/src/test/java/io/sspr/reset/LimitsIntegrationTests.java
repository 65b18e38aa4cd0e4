package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.AfterReset;
import io.sspr.contract.policy.LimitRules;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.ResetLimits;
import io.sspr.contract.policy.SignInLimits;
import io.sspr.contract.reply.AccountUnlocked;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.reset.Portal.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often, how long, and what a reset ends: as the policy in force says. */
class LimitsIntegrationTests {

    private static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger POLICIES = new AtomicInteger(30_000);

    private static Portal portal;
    private static Portal feed;

    private final String login = "limits-" + UUID.randomUUID() + "@example.org";
    private UUID account = new UUID(0, 0);

    @BeforeAll
    static void start() {
        portal = new Portal("portal");
        feed = new Portal("feed");
    }

    @AfterAll
    static void stop() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        portal.close();
        feed.close();
    }

    @BeforeEach
    void withPassword() {
        tell(APolicy.like(RunningReset.ONE_METHOD));
        account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, PASSWORD, true)));
    }

    @AfterEach
    void restore() {
        RunningReset.CLOCK.putForward(Duration.ZERO);
    }

    @Test
    @DisplayName("T8: sign-in, the same wrong password 20 times: not locked")
    void theSameWrongPassword() {
        tell(APolicy.like(Presets.entra()));

        for (int i = 0; i < 20; i++) assertThat(fail("the same").reason()).isEqualTo(Refusal.WRONG_CREDENTIALS);
        assertThat(signIn()).isInstanceOf(SignedIn.class);
    }

    @Test
    @DisplayName("T8: sign-in, 10 different wrong passwords: locked for 60 s")
    void tenDifferentWrongPasswords() {
        tell(APolicy.like(Presets.entra()));

        Instant until = lock();

        assertThat(signIn()).isEqualTo(new SignInFailed(Refusal.LOCKED, until));
        assertThat(Duration.between(RunningReset.CLOCK.instant(), until))
                .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60));
    }

    @Test
    @DisplayName("T8: locked, reset done: lock of 0 s")
    void aResetEndsTheLock() {
        tell(APolicy.like(Presets.entra()));
        lock();

        assertThat(portal.answer(portal.submitNewPassword(portal.authorised(login), "Staple correct 1")))
                .isInstanceOf(PasswordSet.class);

        assertThat(portal.answer(portal.signIn(login, "Staple correct 1", null)))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    @DisplayName("T8: locked, unlocked by one who knows the password: the timer continues under preset entra")
    void anUnlockLeavesTheLock() {
        tell(APolicy.like(Presets.entra()));
        Instant until = lock();

        unlock();

        assertThat(signIn()).isEqualTo(new SignInFailed(Refusal.LOCKED, until));
    }

    @Test
    void aResetLeavesTheLockWhereThePolicySaysSo() {
        tell(APolicy.like(RunningReset.ONE_METHOD).afterReset(new AfterReset(true, false, true, false)));
        lock();

        portal.answer(portal.submitNewPassword(portal.authorised(login), "staple correct horse"));

        assertThat(portal.answer(portal.signIn(login, "staple correct horse", null)))
                .isInstanceOfSatisfying(
                        SignInFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Refusal.LOCKED));
        assertThat(RunningReset.count("select count(*) from unproven_resets where account_id = ?", account))
                .isEqualTo(1);
    }

    @Test
    void whereNobodyMayUnlockEverybodyIsRefusedAlike() {
        tell(APolicy.like(RunningReset.ONE_METHOD).afterReset(new AfterReset(false, true, true, true)));

        for (String each : new String[] {login, "nobody-" + UUID.randomUUID() + "@example.org"})
            assertRefused(portal.requestUnlock(Flow.begin(), each), Refusal.NOT_ALLOWED_BY_POLICY);
    }

    @Test
    void anUnlockUnderWayComesToNothingWhereNobodyMayUnlockAnyMore() {
        Flow flow = Flow.begin();
        portal.answer(portal.requestUnlock(flow, login));
        var verification = portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL));
        tell(APolicy.like(RunningReset.ONE_METHOD).afterReset(new AfterReset(false, true, true, true)));

        assertRefused(portal.prove(verification), Refusal.NOT_ALLOWED_BY_POLICY);
    }

    @Test
    void threeWrongPasswordsLockForTwoMinutesIfThePolicySaysSo() {
        LimitRules safe = Presets.SAFE_LIMITS;
        tell(APolicy.like(RunningReset.ONE_METHOD)
                .limits(new LimitRules(
                        safe.proofs(),
                        safe.codes(),
                        safe.resets(),
                        new SignInLimits(3, 120, 3600, 0),
                        safe.messages(),
                        safe.blocks())));

        for (int i = 0; i < 2; i++) assertThat(fail("the same").retryAt()).isNull();
        assertThat(Objects.requireNonNull(fail("the same").retryAt()))
                .isAfter(RunningReset.CLOCK.instant().plusSeconds(100));
    }

    @Test
    void resetsWaitAndEndAsThePolicySays() {
        tell(APolicy.like(RunningReset.policy(1, 1, RunningReset.WEAK))
                .resets(new ResetLimits(120, 600, 1, 20, 1, 30, 300, 10)));
        Flow flow = Flow.begin();

        Message offered = portal.answer(portal.requestReset(flow, login));
        assertThat(((MethodsOffered) offered).expiresAt())
                .isBefore(RunningReset.CLOCK.instant().plusSeconds(121));
        assertRefused(portal.requestReset(Flow.begin(), login), Refusal.TOO_SOON);
        portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL));
        assertRefused(portal.chooseMethod(flow, MethodKind.SMS), Refusal.TOO_MANY_ATTEMPTS);
    }

    @Test
    void aResetLivesLongerByAPolicyThatGivesItLonger() {
        tell(APolicy.like(RunningReset.ONE_METHOD).resets(new ResetLimits(120, 600, 10, 20, 3, 30, 300, 10)));
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login));
        tell(APolicy.like(RunningReset.ONE_METHOD));
        RunningReset.CLOCK.putForward(Duration.ofMinutes(5));

        portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL));
    }

    private static void tell(APolicy policy) {
        RunningReset.tellPolicy(policy.version(POLICIES.incrementAndGet()).policy());
    }

    private Instant lock() {
        for (int i = 1; i < 10; i++) assertThat(fail("guess " + i).retryAt()).isNull();
        return Objects.requireNonNull(fail("guess 10").retryAt());
    }

    private SignInFailed fail(String password) {
        return (SignInFailed) portal.answer(portal.signIn(login, password, null));
    }

    private Message signIn() {
        return portal.answer(portal.signIn(login, PASSWORD, null));
    }

    private void unlock() {
        Flow flow = Flow.begin();
        portal.answer(portal.requestUnlock(flow, login));
        assertThat(portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, MethodKind.EMAIL)))))
                .isEqualTo(new AccountUnlocked(flow.id()));
    }

    private static void assertRefused(UUID request, Refusal reason) {
        assertThat(portal.answer(request))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
