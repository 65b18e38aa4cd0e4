package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.ProofLimits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProofTallyTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final ProofLimits LIMITS = Presets.SAFE_LIMITS.proofs();

    @Test
    void delaysFromTheFifthWrongProofOnByTimesThatDoubleUpToAnHour() {
        assertThat(delayAfter(4)).isNull();
        assertThat(delayAfter(5)).isEqualTo(30);
        assertThat(delayAfter(6)).isEqualTo(60);
        assertThat(delayAfter(7)).isEqualTo(120);
        assertThat(delayAfter(11)).isEqualTo(1920);
        assertThat(delayAfter(12)).isEqualTo(3600);
        assertThat(delayAfter(99)).isEqualTo(3600);
    }

    @Test
    void doesNotDelayWhereThePolicyNamesNoWait() {
        ProofLimits none = Presets.entra().limits().proofs();
        assertThat(new ProofTally(50, null).withOneMore(none, NOW).notBefore()).isNull();
        assertThat(new ProofTally(150, null).withOneMore(none, NOW).notBefore()).isNull();
    }

    @Test
    void isExhaustedByAHundredWrongProofs() {
        assertThat(new ProofTally(99, null).isExhausted(LIMITS)).isFalse();
        assertThat(new ProofTally(99, null).withOneMore(LIMITS, NOW).isExhausted(LIMITS))
                .isTrue();
    }

    @Test
    void tellsWholeSecondsAtWhichATryIsLookedAt() {
        Instant fraction = NOW.plusMillis(1);
        Instant notBefore =
                new ProofTally(4, null).withOneMore(LIMITS, fraction).notBefore();
        assertThat(notBefore).isEqualTo(NOW.plusSeconds(31));
        ProofTally tally = new ProofTally(5, notBefore);
        assertThat(tally.delayAt(NOW.plusSeconds(31).minusNanos(1))).isEqualTo(notBefore);
        assertThat(tally.delayAt(NOW.plusSeconds(31))).isNull();
    }

    private static @Nullable Long delayAfter(int wrong) {
        Instant notBefore =
                new ProofTally(wrong - 1, null).withOneMore(LIMITS, NOW).notBefore();
        return notBefore == null ? null : Duration.between(NOW, notBefore).toSeconds();
    }
}
