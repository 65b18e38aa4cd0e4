package io.sspr.notification.notice;

import io.sspr.notification.template.Occasion;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are sent: {@code sspr.notification.notice.*}.
 *
 * @param retriedFor how long a notice is tried
 * @param mergedWithin how soon after one the same notice to the same address is not sent again (ATK-11)
 * @param floodMergedWithin the same where strangers can make notices without proving anything
 * @param usefulFor how old what it tells of may be; a service that reads years of events does not send years of notices
 */
@ConfigurationProperties("sspr.notification.notice")
public record NoticeProperties(
        @DefaultValue("24h") Duration retriedFor,
        @DefaultValue("1m") Duration mergedWithin,
        @DefaultValue("6h") Duration floodMergedWithin,
        @DefaultValue("7d") Duration usefulFor) {

    private static final Duration REFUSALS_MERGED = Duration.ofDays(1);
    private static final Duration LONGEST_MERGE = Duration.ofHours(1);
    private static final Duration LONGEST_FLOOD_MERGE = Duration.ofDays(1);

    /** Refuses what would silence notices. */
    public NoticeProperties {
        atLeast("retried-for", retriedFor, Duration.ofMinutes(1));
        atLeast("merged-within", mergedWithin, Duration.ZERO);
        atLeast("flood-merged-within", floodMergedWithin, mergedWithin);
        atLeast("useful-for", usefulFor, Duration.ofDays(1));
        if (mergedWithin.compareTo(LONGEST_MERGE) > 0)
            throw new IllegalArgumentException("sspr.notification.notice.merged-within must be at most an hour");
        if (floodMergedWithin.compareTo(LONGEST_FLOOD_MERGE) > 0)
            throw new IllegalArgumentException("sspr.notification.notice.flood-merged-within must be at most a day");
    }

    /** How soon after one a notice of that kind to the same address is not sent again. */
    Duration mergedWithin(Occasion occasion) {
        return switch (occasion) {
            case SIGN_IN_LOCKED -> floodMergedWithin;
            // Whoever knows a login can ask all day long, and the answer stays the same.
            case RESET_REFUSED -> REFUSALS_MERGED;
            default -> mergedWithin;
        };
    }

    private static void atLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0)
            throw new IllegalArgumentException("sspr.notification.notice." + name + " must be at least " + least);
    }
}
