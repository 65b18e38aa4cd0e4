package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.CodeLimits;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.ProofLimits;
import io.sspr.registration.kind.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No order of proofs, new codes, new verifications and pauses gives more guesses than the rules allow. */
class GuessingBoundTests {

    private static final ProofLimits SAFE = Presets.SAFE_LIMITS.proofs();
    private static final CodeLimits CODES = Presets.SAFE_LIMITS.codes();
    private static final int STEPS = 20_000;
    private static final Match WRONG = new Match.Wrong(Refusal.WRONG_PROOF);

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private ProofLimits proofs = SAFE;
    private ProofTally tally = ProofTally.NONE;
    private final List<Guessed> guessed = new ArrayList<>();
    private Guessed last = new Guessed(VerificationDecider.begin(MethodKind.EMAIL, CODES, now, now.plusSeconds(3600)));
    private int comparedInARow;
    private int comparedSinceDelay;

    private static final class Guessed {
        Progress progress;
        int compared;

        Guessed(Progress progress) {
            this.progress = progress;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void holdsInAnyOrder(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS && !tally.isExhausted(proofs); i++) step(random);
        assertThat(guessed).allSatisfy(one -> assertThat(one.compared).isLessThanOrEqualTo(5));
        assertThat(comparedInARow).isEqualTo(100);
        for (Guessed one : guessed) assertThat(compare(one)).isFalse();
        guessed.add(new Guessed(VerificationDecider.begin(MethodKind.EMAIL, CODES, now, now.plusSeconds(3600))));
        assertThat(compare(guessed.get(guessed.size() - 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesOneGuessPerDelayOnceTheFreeOnesAreUsed(long seed) {
        Random random = new Random(seed);
        Instant begin = now;
        for (int i = 0; i < STEPS && !tally.isExhausted(proofs); i++) {
            step(random);
            assertThat(comparedSinceDelay).isLessThanOrEqualTo(tally.wrongInARow() < 5 ? 4 : 1);
        }
        // 30 + 60 + ... + 1920 seconds, then an hour each.
        assertThat(begin.plusSeconds(3810).plusSeconds(3600L * 87)).isBeforeOrEqualTo(now);
    }

    /** What counts is the policy at the time of the comparison: a stricter one holds for what began under another. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void holdsWhileThePolicyChanges(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(5) == 0)
                proofs = new ProofLimits(
                        1 + random.nextInt(8), random.nextInt(6), random.nextInt(60), 600, 1 + random.nextInt(100));
            int before = comparedInARow;
            step(random);
            if (comparedInARow == before) continue;
            assertThat(comparedInARow).isLessThanOrEqualTo(proofs.untilLocked());
            assertThat(last.compared).isLessThanOrEqualTo(proofs.inVerification());
        }
        assertThat(comparedInARow).isPositive();
    }

    private void step(Random random) {
        int choice = random.nextInt(10);
        if (guessed.isEmpty() || choice == 0) {
            guessed.add(new Guessed(VerificationDecider.begin(MethodKind.EMAIL, CODES, now, now.plusSeconds(3600))));
        } else if (choice == 1) {
            pass(random.nextInt(4) == 0 ? 3600 : 20);
        } else {
            Guessed one = guessed.get(Math.max(0, guessed.size() - 1 - random.nextInt(3)));
            if (choice == 2) renew(one);
            else compare(one);
        }
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
        if (tally.delayAt(now) == null && tally.wrongInARow() > 4) comparedSinceDelay = 0;
    }

    private void renew(Guessed one) {
        if (VerificationDecider.renew(one.progress, MethodKind.EMAIL, CODES, true, now)
                instanceof Renewal.Granted granted) one.progress = granted.progress();
    }

    private boolean compare(Guessed one) {
        if (!(VerificationDecider.admit(one.progress, tally, proofs, true, now) instanceof Admission.Counted counted))
            return false;
        if (tally.wrongInARow() == 4) comparedSinceDelay = 0;
        one.compared++;
        last = one;
        comparedInARow++;
        comparedSinceDelay++;
        tally = counted.tally();
        one.progress = ((Verdict.Rejected) VerificationDecider.judge(counted, WRONG, proofs)).progress();
        return true;
    }
}
