package io.sspr.notification.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the helpdesk is told that a person asks for help: {@code sspr.notification.help.*}. Where it is the policy says.
 *
 * @param language in which the helpdesk is told, BCP 47
 * @param mergedWithin how soon after one the same person's next request for help is not passed on
 */
@ConfigurationProperties("sspr.notification.help")
public record HelpProperties(
        @DefaultValue("en") String language,
        @DefaultValue("1h") Duration mergedWithin) {

    /** Refuses what would keep requests for help back for too long. */
    public HelpProperties {
        if (mergedWithin.isNegative() || mergedWithin.compareTo(Duration.ofDays(1)) > 0)
            throw new IllegalArgumentException("sspr.notification.help.merged-within must be at most a day");
    }
}
