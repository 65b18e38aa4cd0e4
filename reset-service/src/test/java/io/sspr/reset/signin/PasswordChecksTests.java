package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.secret.Origin;
import io.sspr.reset.RunningReset;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.Credentials;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.PasswordHasher;
import io.sspr.reset.signin.CheckedPassword.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PasswordChecksTests {

    private static final String RIGHT = "correct horse battery";
    private static final Origin HOME = new Origin("192.0.2.0/24", "Firefox");

    private final PasswordChecks checks = RunningReset.bean(PasswordChecks.class);
    private final SignInFailures failures = RunningReset.bean(SignInFailures.class);
    private final Instant now = RunningReset.CLOCK.instant();

    @Test
    void whoIsLockedIsNotHashedForKnownOrNot() {
        UUID known = known();
        UUID unknown = UUID.randomUUID();
        for (UUID asker : List.of(known, unknown)) lock(asker);

        assertThat(checks.check(known, RIGHT, null).outcome()).isEqualTo(Outcome.UNSEEN);
        assertThat(checks.check(unknown, RIGHT, null).outcome()).isEqualTo(Outcome.UNSEEN);
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(checks.check(UUID.randomUUID(), RIGHT, null).outcome()).isEqualTo(Outcome.WRONG);
        assertThat(checks.check(UUID.randomUUID(), "", null).outcome()).isEqualTo(Outcome.WRONG);
    }

    @Test
    void marksOfPasswordsAndOriginsAreOfOneAccount() {
        CheckedPassword mine = checks.check(known(), "a wrong one", HOME);
        CheckedPassword other = checks.check(known(), "a wrong one", HOME);

        assertThat(mine.mark()).isNotEqualTo(other.mark());
        assertThat(mine.origin()).isNotNull().isNotEqualTo(other.origin());
    }

    @Test
    void whatWasWrongForOneVersionMayBeRightForTheNext() {
        UUID account = known();
        CheckedPassword wrong = checks.check(account, "a new password", null);
        Failures before = failures.of(account, null);
        failures.save(account, before, before.with(wrong.mark(), SignInLimits.SAFE, now), now);
        assertThat(checks.check(account, "a new password", null).outcome()).isEqualTo(Outcome.UNSEEN);

        set(account, "a new password");

        assertThat(checks.check(account, "a new password", null).outcome()).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void tenOriginsAreFamiliarAtATime() {
        UUID account = known();
        for (int i = 0; i < 12; i++) failures.succeed(account, Failures.none(false), "origin " + i, now.plusSeconds(i));

        assertThat(failures.of(account, "origin 11").familiar()).isTrue();
        assertThat(failures.of(account, "origin 2").familiar()).isTrue();
        assertThat(failures.of(account, "origin 1").familiar()).isFalse();
        assertThat(failures.of(account, null).familiar()).isFalse();
    }

    private void lock(UUID asker) {
        Failures after = Failures.none(false);
        for (int i = 0; i < 10; i++) after = after.with("mark " + i, SignInLimits.SAFE, now);
        failures.save(asker, Failures.none(false), after, now);
    }

    private static UUID known() {
        UUID account = UUID.randomUUID();
        set(account, RIGHT);
        return account;
    }

    private static void set(UUID account, String password) {
        Credentials credentials = RunningReset.bean(Credentials.class);
        Credential current = credentials.find(account).orElse(null);
        PasswordHasher hasher = RunningReset.bean(PasswordHasher.class);
        credentials.save(
                Credential.after(
                        current,
                        account,
                        hasher.hash(Password.of(password).orElseThrow()),
                        RunningReset.CLOCK.instant()),
                0);
    }
}
