package io.sspr.notification.template;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages read: {@code sspr.notification.*}.
 *
 * @param page where people reset their passwords, such as {@code https://reset.example.org}; links lead there and nowhere
 *     else (ATK-01), and text messages bind their codes to its host; without it notices have a code only
 * @param templates directory of texts and a layout that take the place of ours
 * @param zone of the times in messages, such as {@code Europe/Ljubljana}
 * @param brand how the organisation shows itself
 */
@ConfigurationProperties("sspr.notification")
public record WordingProperties(
        @Nullable URI page,
        @Nullable Path templates,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue BrandProperties brand) {

    /**
     * How the organisation shows itself: {@code sspr.notification.brand.*}.
     *
     * @param colour six hexadecimal digits after a hash sign
     * @param supportLink an address with more help, for the end of notices
     * @param supportText the words of that link
     */
    public record BrandProperties(
            @DefaultValue("#8a8a8a") String colour,
            @Nullable URI supportLink,
            @Nullable String supportText) {

        private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

        /** Refuses what is no colour and no link. */
        public BrandProperties {
            if (!COLOUR.matcher(colour).matches())
                throw new IllegalArgumentException("sspr.notification.brand.colour must be such as #1f4e79");
            if (supportLink != null && !isSafe(supportLink))
                throw new IllegalArgumentException("sspr.notification.brand.support-link must be an https address");
        }
    }

    private static final Set<String> NO_PATHS = Set.of("", "/");

    /** Refuses a page that a link to it would not be safe on. */
    public WordingProperties {
        if (page != null
                && (!isSafe(page)
                        || !NO_PATHS.contains(page.getPath())
                        || page.getQuery() != null
                        || page.getFragment() != null))
            throw new IllegalArgumentException("sspr.notification.page must be such as https://reset.example.org,"
                    + " without a path; http only on the loopback interface");
    }

    /** Encrypted, or on this machine. */
    private static boolean isSafe(URI address) {
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) return false;
        return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isLoopback(host));
    }

    /** By its spelling: nobody is asked for a name. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    /** The page's host, where there is a page. */
    public @Nullable String host() {
        return page == null ? null : page.getHost();
    }

    /** The page's scheme, host and port, where there is a page. */
    public @Nullable String origin() {
        return page == null ? null : page.getScheme() + "://" + page.getRawAuthority();
    }
}
