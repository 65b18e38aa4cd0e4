package io.sspr.notification.template;

import io.sspr.contract.secret.Origin;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From where something was done, as a notice may say it. A front end tells it, and what it makes of a browser's words may be
 * a stranger's own: so only what looks like a program and a network is taken, in which there is no room for a link, a
 * telephone number or a line of its own.
 *
 * @param agent such as "Firefox on Windows"
 * @param network such as 203.0.113.0/24 or 2001:db8:1::/48
 */
public record Place(@Nullable String agent, @Nullable String network) {

    private static final Pattern AGENT = Pattern.compile("[A-Za-z][A-Za-z0-9]*( [A-Za-z0-9]+)*");
    private static final int LONGEST_AGENT = 30;
    /** A version has fewer, a telephone number more. */
    private static final int MOST_DIGITS = 4;

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern NETWORK = Pattern.compile("(" + OCTET + "(\\." + OCTET + "){3}/(3[0-2]|[12]?[0-9])"
            + "|[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4}){0,2}::/(4[0-8]|[1-3]?[0-9]))");

    /** What can be said of that origin; empty if nothing can. */
    public static Optional<Place> of(@Nullable Origin origin) {
        if (origin == null) return Optional.empty();
        String agent = isAgent(origin.agentFamily()) ? origin.agentFamily() : null;
        String network = NETWORK.matcher(origin.addressPrefix()).matches() ? origin.addressPrefix() : null;
        return agent == null && network == null ? Optional.empty() : Optional.of(new Place(agent, network));
    }

    private static boolean isAgent(String family) {
        return family.length() <= LONGEST_AGENT
                && AGENT.matcher(family).matches()
                && family.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    }

    @Override
    public String toString() {
        return "Place[hidden]";
    }
}
