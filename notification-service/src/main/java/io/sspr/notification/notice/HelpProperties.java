package io.sspr.notification.notice;

import io.sspr.notification.contact.Address;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told when a person asks for help: {@code sspr.notification.help.*}.
 *
 * @param to address of the helpdesk; without one all administrators who have a verified address
 * @param language in which the helpdesk is told, BCP 47
 * @param mergedWithin how soon after one the same person's next request for help is not passed on
 */
@ConfigurationProperties("sspr.notification.help")
public record HelpProperties(
        @Nullable String to,
        @DefaultValue("en") String language,
        @DefaultValue("1h") Duration mergedWithin) {

    /** Refuses what is no address. */
    public HelpProperties {
        if (to != null && Address.parse(to).isEmpty())
            throw new IllegalArgumentException(
                    "sspr.notification.help.to is not a plain address such as help@example.org");
        if (mergedWithin.isNegative() || mergedWithin.compareTo(Duration.ofDays(1)) > 0)
            throw new IllegalArgumentException("sspr.notification.help.merged-within must be at most a day");
    }
}
