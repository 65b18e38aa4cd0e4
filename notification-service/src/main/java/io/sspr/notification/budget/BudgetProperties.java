package io.sspr.notification.budget;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be sent: {@code sspr.notification.budget.*}, counts from 1 up. Mails and text messages are counted apart, so
 * that the one stays when the other is used up; counts are of codes where nothing else is said.
 *
 * @param destinationPerHour to one address or number in any hour
 * @param destinationPerDay to one address or number in any 24 hours
 * @param accountPerHour for one account in any hour
 * @param accountPerDay for one account in any 24 hours
 * @param clientPerHour asked for through one client in any hour
 * @param allPerHour altogether in any hour
 * @param smsPerPrefixPerHour texts to numbers with the same first seven digits in any hour (ATK-08)
 * @param smsPerCountryPerHour texts to one country in any hour
 * @param smsPerDay texts altogether in any 24 hours, for what they cost
 * @param smsNoticesPerDay notices by text to one number in any 24 hours
 * @param helpPerHour requests for help that are passed on in any hour, whoever asks
 */
@ConfigurationProperties("sspr.notification.budget")
public record BudgetProperties(
        @DefaultValue("3") int destinationPerHour,
        @DefaultValue("10") int destinationPerDay,
        @DefaultValue("5") int accountPerHour,
        @DefaultValue("20") int accountPerDay,
        @DefaultValue("100000") int clientPerHour,
        @DefaultValue("100000") int allPerHour,
        @DefaultValue("20") int smsPerPrefixPerHour,
        @DefaultValue("500") int smsPerCountryPerHour,
        @DefaultValue("5000") int smsPerDay,
        @DefaultValue("10") int smsNoticesPerDay,
        @DefaultValue("30") int helpPerHour) {

    /** Refuses what would stop everything. */
    public BudgetProperties {
        positive("destination-per-hour", destinationPerHour);
        positive("destination-per-day", destinationPerDay);
        positive("account-per-hour", accountPerHour);
        positive("account-per-day", accountPerDay);
        positive("client-per-hour", clientPerHour);
        positive("all-per-hour", allPerHour);
        positive("sms-per-prefix-per-hour", smsPerPrefixPerHour);
        positive("sms-per-country-per-hour", smsPerCountryPerHour);
        positive("sms-per-day", smsPerDay);
        positive("sms-notices-per-day", smsNoticesPerDay);
        positive("help-per-hour", helpPerHour);
    }

    private static void positive(String name, int value) {
        if (value < 1) throw new IllegalArgumentException("sspr.notification.budget." + name + " must be at least 1");
    }
}
