package io.sspr.notification.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent: {@code sspr.notification.delivery.*}.
 *
 * @param senders threads of this instance for mails, each with one connection to the mail server, and as many for texts
 * @param sweep how often it looks for what is due again and for what a dead instance left, 100 ms to 1 min
 * @param claim how long after its last sign of life the deliveries of an instance are left to it, at least three sweeps
 * @param firstRetry wait after the first trouble; it doubles from there
 * @param longestRetry longest wait
 * @param kept how long the rows of ended deliveries are kept; they hold neither address nor code
 */
@ConfigurationProperties("sspr.notification.delivery")
public record DeliveryProperties(
        @DefaultValue("4") int senders,
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("10s") Duration claim,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("30s") Duration longestRetry,
        @DefaultValue("1d") Duration kept) {

    /** Refuses what cannot work. */
    public DeliveryProperties {
        between("senders", senders, 1, 64);
        between("sweep", sweep, Duration.ofMillis(100), Duration.ofMinutes(1));
        between("claim", claim, sweep.multipliedBy(3), Duration.ofMinutes(10));
        between("first-retry", firstRetry, Duration.ofMillis(10), Duration.ofMinutes(1));
        between("longest-retry", longestRetry, firstRetry, Duration.ofHours(1));
        between("kept", kept, Duration.ofHours(1), Duration.ofDays(365));
    }

    private static <T extends Comparable<T>> void between(String name, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0)
            throw new IllegalArgumentException(
                    "sspr.notification.delivery." + name + " must be " + least + " to " + most + ", not " + value);
    }
}
