package io.sspr.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.notification.template.Occasion;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryDeciderTests {

    private static final DeliveryProperties PROPERTIES = new DeliveryProperties(
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofDays(1));
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Draws the least there is, which makes the longest wait. */
    private static final RandomGenerator LEAST = () -> 0;

    private static Next after(Attempt attempt, Occasion occasion, int tries, RandomGenerator random) {
        return RetryDecider.after(attempt, occasion, tries, PROPERTIES, random);
    }

    private static Duration delay(int tries, RandomGenerator random) {
        return ((Next.Again) after(Attempt.NOT_YET, Occasion.CODE, tries, random)).delay();
    }

    @Test
    void waitsOneSecondAndThenTwiceAsLongUpToHalfAMinute() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 1000).stream().map(tries -> delay(tries, LEAST)))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30));
    }

    @Test
    void spreadsTheWaitsOverTheirSecondHalf() {
        for (int draw = 0; draw < 1000; draw++)
            assertThat(delay(4, RANDOM)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void eml04_neverRetriesWhatTheServerRefusedForGood() {
        assertThat(after(Attempt.ADDRESS_REJECTED, Occasion.CODE, 1, RANDOM))
                .isEqualTo(new Next.End(Outcome.ADDRESS_REJECTED));
        assertThat(after(Attempt.MESSAGE_REJECTED, Occasion.PASSWORD_RESET, 1, RANDOM))
                .isEqualTo(new Next.End(Outcome.UNDELIVERABLE));
    }

    @Test
    void eml04_aCodeExpiresAndANoticeIsGivenUp() {
        assertThat(after(Attempt.TOO_LATE, Occasion.CODE, 9, RANDOM)).isEqualTo(new Next.End(Outcome.EXPIRED));
        assertThat(after(Attempt.TOO_LATE, Occasion.METHOD_LOCKED, 9, RANDOM))
                .isEqualTo(new Next.End(Outcome.UNDELIVERABLE));
    }

    @Test
    void endsWhatWasSentAndWhatWasForNobody() {
        assertThat(after(Attempt.SENT, Occasion.CODE, 1, RANDOM)).isEqualTo(new Next.End(Outcome.DELIVERED));
        assertThat(after(Attempt.NOBODY, Occasion.CODE, 1, RANDOM)).isEqualTo(new Next.End(Outcome.NOBODY));
    }
}
