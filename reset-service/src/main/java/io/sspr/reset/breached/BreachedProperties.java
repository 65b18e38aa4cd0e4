package io.sspr.reset.breached;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where breached passwords are looked up; nowhere by default. Which of them is asked is a matter of policy.
 *
 * @param file lines {@code HASH:COUNT} or {@code HASH}, SHA-1 as 40 hexadecimal digits in upper case, sorted by hash
 * @param rangeUrl of a service that answers {@code GET {rangeUrl}/range/{5 digits}} with lines {@code SUFFIX:COUNT}
 * @param timeout for the whole answer of that service, at most 10 s
 */
@ConfigurationProperties("sspr.reset.breached")
public record BreachedProperties(
        @Nullable Path file,
        @Nullable URI rangeUrl,
        @DefaultValue("2s") Duration timeout) {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Throws IllegalArgumentException, which says what to set. */
    public BreachedProperties {
        if (rangeUrl != null && (rangeUrl.getHost() == null || !isHttp(rangeUrl.getScheme()) || hasMore(rangeUrl)))
            throw new IllegalArgumentException(
                    "sspr.reset.breached.range-url must be https://host or http://host, with a path at most");
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("sspr.reset.breached.timeout must be more than 0 and at most 10s");
    }

    private static boolean isHttp(String scheme) {
        return scheme.equals("https") || scheme.equals("http");
    }

    private static boolean hasMore(URI url) {
        return url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null;
    }
}
