package io.sspr.reset.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.SignInFailed;
import io.sspr.contract.event.SignInLocked;
import io.sspr.contract.policy.Presets;
import io.sspr.reset.account.Asker;
import io.sspr.reset.signin.CheckedPassword.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordJudgeTests {

    private static final UUID ACCOUNT = new UUID(0, 1);
    private static final Asker KNOWN = new Asker(ACCOUNT, true);
    private static final Asker UNKNOWN = new Asker(ACCOUNT, false);

    private final PasswordJudge judge = new PasswordJudge();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Failures failures = Failures.none(false);
    private SignInLimits limits = SignInLimits.SAFE;
    private boolean frozen;

    @Test
    void theRightPasswordIsRight() {
        assertThat(judge(KNOWN, Outcome.RIGHT, "a")).isEqualTo(new Verdict.Right());
    }

    @Test
    void tenDifferentWrongPasswordsLockForAMinute() {
        for (int i = 1; i <= 9; i++) {
            Verdict.Refused refused = wrong(KNOWN, "guess " + i);
            assertThat(refused.reason()).isEqualTo(Refusal.WRONG_CREDENTIALS);
            assertThat(refused.retryAt()).isNull();
        }
        Verdict.Refused tenth = wrong(KNOWN, "guess 10");

        assertThat(tenth.reason()).isEqualTo(Refusal.WRONG_CREDENTIALS);
        assertThat(tenth.retryAt()).isEqualTo(now.plusSeconds(60));
        assertThat(tenth.events()).contains(new SignInLocked(ACCOUNT, now.plusSeconds(60)));
    }

    @Test
    void whileLockedNotEvenTheRightPasswordIsAccepted() {
        lock();
        Instant until = now.plusSeconds(60);
        now = until.minusMillis(1);

        Verdict.Refused refused = (Verdict.Refused) judge(KNOWN, Outcome.RIGHT, "right");

        assertThat(refused.reason()).isEqualTo(Refusal.LOCKED);
        assertThat(refused.retryAt()).isEqualTo(until);
        assertThat(refused.failures().count()).isEqualTo(10);
        now = until;
        assertThat(judge(KNOWN, Outcome.RIGHT, "right")).isEqualTo(new Verdict.Right());
    }

    /** The numbers of preset "entra" are those of "safe" but for the longest lock; both are held to T8. */
    @Test
    void t8InPresetEntraTenDifferentWrongPasswordsLockForAMinuteAndTheSameTwentyTimesDoNot() {
        limits = SignInLimits.of(Presets.entra().limits());
        for (int i = 0; i < 20; i++) wrong(KNOWN, "the old one");
        assertThat(failures.isLocked(now)).isFalse();
        for (int i = 2; i <= 9; i++) wrong(KNOWN, "guess " + i);
        assertThat(failures.isLocked(now)).isFalse();

        assertThat(wrong(KNOWN, "guess 10").retryAt()).isEqualTo(now.plusSeconds(60));
        now = now.plusSeconds(59);
        assertThat(judge(KNOWN, Outcome.RIGHT, "right")).isInstanceOf(Verdict.Refused.class);
        now = now.plusSeconds(1);
        assertThat(judge(KNOWN, Outcome.RIGHT, "right")).isEqualTo(new Verdict.Right());
    }

    @Test
    @DisplayName("T8: each failure after the lock locks again, and for longer")
    void eachFurtherFailureLocksForTwiceAsLongUpToAnHour() {
        lock();
        for (int minutes : new int[] {2, 4, 8, 16, 32, 60, 60}) {
            now = Objects.requireNonNull(failures.lockedUntil());
            assertThat(wrong(KNOWN, "after " + now).retryAt()).isEqualTo(now.plus(Duration.ofMinutes(minutes)));
        }
    }

    @Test
    void theSameWrongPasswordCountsOnce() {
        for (int i = 0; i < 20; i++) {
            Verdict.Refused refused = wrong(KNOWN, "the old one");
            assertThat(refused.reason()).isEqualTo(Refusal.WRONG_CREDENTIALS);
            assertThat(refused.failures().count()).isEqualTo(1);
        }
    }

    @Test
    void theLastThreeWrongPasswordsDoNotCountAgain() {
        for (String guess : new String[] {"a", "b", "c", "a", "b", "c"}) wrong(KNOWN, guess);
        assertThat(failures.count()).isEqualTo(3);

        wrong(KNOWN, "d");
        wrong(KNOWN, "a");

        assertThat(failures.count()).isEqualTo(5);
    }

    @Test
    void aRememberedPasswordNeedNotBeHashed() {
        wrong(KNOWN, "a");

        assertThat(failures.refusesUnseen("a", now)).isTrue();
        assertThat(failures.refusesUnseen("b", now)).isFalse();
        assertThat(((Verdict.Refused) judge(KNOWN, Outcome.UNSEEN, "a")).reason())
                .isEqualTo(Refusal.WRONG_CREDENTIALS);
    }

    @Test
    void whatWasNotComparedAndIsNotRefusedIsComparedAgain() {
        assertThat(judge(KNOWN, Outcome.UNSEEN, "a")).isEqualTo(new Verdict.NeedsNewFacts());
    }

    @Test
    void whatWasComparedWithAnotherVersionIsComparedAgain() {
        CheckedPassword checked = new CheckedPassword(null, "a", 6, Outcome.RIGHT, null);

        assertThat(judge.judge(KNOWN, false, failures, checked, 7, SignInLimits.SAFE, now))
                .isEqualTo(new Verdict.NeedsNewFacts());
    }

    @Test
    void thatAnAccountIsFrozenOnlyTheRightPasswordLearns() {
        frozen = true;

        Verdict.Refused wrong = wrong(KNOWN, "a guess");
        assertThat(wrong.reason()).isEqualTo(Refusal.WRONG_CREDENTIALS);
        Verdict.Refused right = (Verdict.Refused) judge(KNOWN, Outcome.RIGHT, "right");
        assertThat(right.reason()).isEqualTo(Refusal.FROZEN);
        assertThat(right.retryAt()).isNull();
        assertThat(right.failures()).isEqualTo(wrong.failures());
    }

    @Test
    void aFrozenAccountIsTriedAtMostOnceAMinuteInTheLog() {
        frozen = true;
        Verdict.Refused first = (Verdict.Refused) judge(KNOWN, Outcome.RIGHT, "right");
        failures = first.failures();
        Verdict.Refused second = (Verdict.Refused) judge(KNOWN, Outcome.RIGHT, "right");

        assertThat(first.events()).containsExactly(new SignInFailed(ACCOUNT, Refusal.FROZEN, 0));
        assertThat(second.events()).isEmpty();
    }

    @Test
    void aDayLaterFailuresAreForgotten() {
        lock();
        now = now.plus(Duration.ofHours(24)).plusMillis(1);

        assertThat(wrong(KNOWN, "tomorrow").failures().count()).isEqualTo(1);
    }

    @Test
    void nobodyKnownIsTreatedAlikeButNothingIsTold() {
        for (int i = 1; i <= 12; i++) {
            Failures before = failures;
            Verdict.Refused known = (Verdict.Refused) judge(KNOWN, Outcome.WRONG, "guess " + i);
            failures = before;
            Verdict.Refused unknown = wrong(UNKNOWN, "guess " + i);

            assertThat(unknown.events()).isEmpty();
            assertThat(unknown)
                    .usingRecursiveComparison()
                    .ignoringFields("events")
                    .isEqualTo(known);
        }
    }

    @Test
    void strangersCanFillTheLogWithOneEventAMinuteAndAccountOnly() {
        List<SignInFailed> told = new ArrayList<>();
        for (int second = 0; second < 600; second++) {
            for (Event event : wrong(KNOWN, "guess " + second).events())
                if (event instanceof SignInFailed failed) told.add(failed);
            now = now.plusSeconds(1);
        }

        assertThat(told).hasSize(10);
        assertThat(told.get(9).failures()).isGreaterThanOrEqualTo(10);
    }

    private void lock() {
        for (int i = 0; i < 10; i++) wrong(KNOWN, "wrong " + i);
    }

    private Verdict.Refused wrong(Asker asker, String mark) {
        Verdict.Refused refused = (Verdict.Refused) judge(asker, Outcome.WRONG, mark);
        failures = refused.failures();
        return refused;
    }

    private Verdict judge(Asker asker, Outcome outcome, @Nullable String mark) {
        CheckedPassword checked = new CheckedPassword(null, String.valueOf(mark), 7, outcome, null);
        return judge.judge(asker, frozen, failures, checked, 7, limits, now);
    }
}
