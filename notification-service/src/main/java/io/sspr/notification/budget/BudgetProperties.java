package io.sspr.notification.budget;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many codes may be sent: {@code sspr.notification.budget.*}, counts from 1 up.
 *
 * @param destinationPerHour to one address in any hour
 * @param destinationPerDay to one address in any 24 hours
 * @param accountPerHour for one account in any hour
 * @param allPerHour altogether in any hour
 */
@ConfigurationProperties("sspr.notification.budget")
public record BudgetProperties(
        @DefaultValue("3") int destinationPerHour,
        @DefaultValue("10") int destinationPerDay,
        @DefaultValue("5") int accountPerHour,
        @DefaultValue("100000") int allPerHour) {

    /** Refuses what would stop every code. */
    public BudgetProperties {
        positive("destination-per-hour", destinationPerHour);
        positive("destination-per-day", destinationPerDay);
        positive("account-per-hour", accountPerHour);
        positive("all-per-hour", allPerHour);
    }

    private static void positive(String name, int value) {
        if (value < 1) throw new IllegalArgumentException("sspr.notification.budget." + name + " must be at least 1");
    }
}
