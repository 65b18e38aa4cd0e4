package io.sspr.notification.delivery;

import io.sspr.notification.template.Occasion;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What follows from a try (EML-04): trouble is retried until it is too late, a refusal never. */
final class RetryDecider {

    private static final int MOST_DOUBLINGS = 20;

    private RetryDecider() {}

    static Next after(
            Attempt attempt, Occasion occasion, int tries, DeliveryProperties properties, RandomGenerator random) {
        return switch (attempt) {
            case SENT -> new Next.End(Outcome.DELIVERED);
            case NOBODY -> new Next.End(Outcome.NOBODY);
            case TOO_LATE -> new Next.End(occasion == Occasion.CODE ? Outcome.EXPIRED : Outcome.UNDELIVERABLE);
            case REPLACED -> new Next.End(Outcome.REPLACED);
            case ADDRESS_REJECTED -> new Next.End(Outcome.ADDRESS_REJECTED);
            case BLOCKED -> new Next.End(Outcome.BLOCKED);
            case MESSAGE_REJECTED -> new Next.End(Outcome.UNDELIVERABLE);
            case NOT_YET, ON_ITS_WAY -> new Next.Again(delay(tries, properties, random));
        };
    }

    /** Doubles, and spreads over its second half, so that what failed together does not come back together. */
    private static Duration delay(int tries, DeliveryProperties properties, RandomGenerator random) {
        Duration doubled = properties.firstRetry().multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        long millis = Math.min(doubled.toMillis(), properties.longestRetry().toMillis());
        return Duration.ofMillis(millis - random.nextLong(millis / 2 + 1));
    }
}
