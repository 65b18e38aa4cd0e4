package io.sspr.portal.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What we believe of an ID token whose signature, issuer, audience, nonce and time have been checked. */
final class IdTokens {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern METHOD = Pattern.compile("[a-z0-9_-]{1,16}");
    private static final int MOST_METHODS = 8;
    private static final int LONGEST_LOGIN = 256;
    private static final List<String> BY_RS256 = List.of("RS256");
    private static final List<String> ACCEPTED = List.of("RS256", "ES256", "PS256", "ES384", "RS384", "ES512", "RS512");

    private IdTokens() {}

    /** Whose account; empty for anything but an id as AccountProvisioned told it. */
    static Optional<UUID> account(@Nullable Object claim) {
        return claim instanceof String text && UUID_FORM.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** The login to ask for registrations by; null if the provider does not tell one. */
    static @Nullable String login(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() && text.length() <= LONGEST_LOGIN ? text : null;
    }

    /** How they signed in, in the provider's words and no others: one who says nothing vouches for no factor. */
    static List<String> methods(@Nullable Object claim) {
        if (!(claim instanceof List<?> list)) return List.of();
        return list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(method -> METHOD.matcher(method).matches())
                .limit(MOST_METHODS)
                .toList();
    }

    /** When they proved who they are; now if the provider does not say, and never later. */
    static Instant since(@Nullable Instant authenticatedAt, Instant now) {
        return authenticatedAt == null || authenticatedAt.isAfter(now) ? now : authenticatedAt;
    }

    /** By which algorithm the provider signs, of those with a public key; what it says is {@code RS256} if it says nothing. */
    static String algorithm(@Nullable Object supported) {
        List<?> offered = supported instanceof List<?> list ? list : BY_RS256;
        return ACCEPTED.stream().filter(offered::contains).findFirst().orElse("RS256");
    }
}
