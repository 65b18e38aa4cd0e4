package io.sspr.reset.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TriesTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void tenAreLookedAtAndThenNoneForTheRestOfTheHour() {
        Tries tries = Tries.NONE;
        for (int i = 0; i < 10; i++) {
            assertThat(tries.retryAt(NOON.plusSeconds(i))).isEmpty();
            tries = tries.with(NOON.plusSeconds(i));
        }

        Instant end = NOON.plus(Duration.ofHours(1));
        assertThat(tries.retryAt(end.minusMillis(1))).contains(end);
        assertThat(tries.retryAt(end)).isEmpty();
    }

    @Test
    void anHourAfterTheFirstTheyCountFromNothing() {
        Tries tries = new Tries(10, NOON).with(NOON.plus(Duration.ofHours(1)));

        assertThat(tries).isEqualTo(new Tries(1, NOON.plus(Duration.ofHours(1))));
    }
}
