package io.sspr.reset.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.policy.Presets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentResetsTests {

    private static final ThrottleLimits SAFE = ThrottleLimits.of(Presets.safe());

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theFirstThreeInAnHourNeedNotWait() {
        RecentResets recent = new RecentResets(List.of());
        for (int i = 0; i < 3; i++) {
            assertThat(admit(recent, NOW)).isInstanceOf(Admission.Free.class);
            recent = recent.with(NOW, SAFE);
        }

        assertThat(recent.admit(false, SAFE, NOW)).isEqualTo(new Admission.TooSoon(NOW.plusSeconds(30)));
        assertThat(admit(recent, NOW)).isInstanceOf(Admission.StrongOnly.class);
    }

    @ParameterizedTest
    @CsvSource({"3, 30", "4, 60", "5, 120", "6, 240", "7, 300", "8, 300", "9, 300"})
    void eachFurtherOneWaitsTwiceAsLongUpToFiveMinutes(int before, int seconds) {
        RecentResets recent = times(before, Duration.ofMinutes(30));
        Instant retryAt = NOW.minus(Duration.ofMinutes(30)).plusSeconds(seconds);

        assertThat(recent.admit(false, SAFE, retryAt.minusMillis(1))).isEqualTo(new Admission.TooSoon(retryAt));
        assertThat(admit(recent, retryAt.minusMillis(1))).isInstanceOf(Admission.StrongOnly.class);
        assertThat(admit(recent, retryAt)).isInstanceOf(Admission.Free.class);
    }

    @Test
    void anHourLaterNobodyWaits() {
        assertThat(admit(times(9, Duration.ofHours(1)), NOW)).isInstanceOf(Admission.Free.class);
    }

    @Test
    void fromTenInADayOnlyStrongMethodsAreOfferedButAtOnce() {
        assertThat(admit(times(10, Duration.ZERO), NOW)).isInstanceOf(Admission.StrongOnly.class);
        assertThat(admit(times(10, Duration.ofHours(23)), NOW)).isInstanceOf(Admission.StrongOnly.class);
        assertThat(admit(times(9, Duration.ofHours(23)), NOW)).isInstanceOf(Admission.Free.class);
    }

    @Test
    void aDayLaterTheFloodIsForgotten() {
        assertThat(admit(times(10, Duration.ofHours(24)), NOW)).isInstanceOf(Admission.Free.class);
    }

    @Test
    void withoutAnyStrongMethodTheWaitGoesOnInstead() {
        assertThat(times(10, Duration.ofMinutes(1)).admit(false, SAFE, NOW))
                .isEqualTo(new Admission.TooSoon(NOW.plus(Duration.ofMinutes(4))));
        assertThat(times(10, Duration.ofMinutes(5)).admit(false, SAFE, NOW)).isInstanceOf(Admission.Free.class);
    }

    @Test
    void aFloodOfAnyLengthIsRememberedInTenTimes() {
        RecentResets recent = new RecentResets(List.of());
        for (int i = 0; i < 1000; i++) recent = recent.with(NOW.plusMillis(i), SAFE);

        assertThat(recent.times()).hasSize(10).startsWith(NOW.plusMillis(990)).endsWith(NOW.plusMillis(999));
    }

    @Test
    void moreThanAFloodMayBeginAnHourIfThePolicySaysSo() {
        ThrottleLimits many = new ThrottleLimits(20, Duration.ofSeconds(30), Duration.ofMinutes(5), 2);
        RecentResets recent = new RecentResets(List.of());
        for (int i = 0; i < 20; i++) {
            assertThat(recent.admit(false, many, NOW)).isInstanceOf(Admission.Free.class);
            recent = recent.with(NOW, many);
        }

        assertThat(recent.admit(false, many, NOW)).isEqualTo(new Admission.TooSoon(NOW.plusSeconds(30)));
        for (int i = 0; i < 20; i++) recent = recent.with(NOW, many);
        assertThat(recent.admit(false, many, NOW)).isEqualTo(new Admission.TooSoon(NOW.plusSeconds(300)));
    }

    private static Admission admit(RecentResets recent, Instant now) {
        return recent.admit(true, SAFE, now);
    }

    private static RecentResets times(int count, Duration ago) {
        RecentResets recent = new RecentResets(List.of());
        for (int i = 0; i < count; i++) recent = recent.with(NOW.minus(ago), SAFE);
        return recent;
    }
}
