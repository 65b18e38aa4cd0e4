package io.sspr.registration.kind;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code sspr.register.*}.
 *
 * @param issuer the name that authenticator apps show beside the login, 1 to 64 characters
 * @param appHash the hash that new authenticator apps compute with; many know SHA1 only
 * @param countries whose mobile numbers text messages may go to, as ISO 3166 codes such as SI; none means all
 */
@ConfigurationProperties("sspr.register")
public record RegisterProperties(
        @DefaultValue("Self-service password reset") String issuer,
        @DefaultValue("SHA1") AppHash appHash,
        @DefaultValue Set<String> countries) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** Hashes of RFC 6238 that apps can be told of. */
    public enum AppHash {
        /** HMAC-SHA-1, of which no weakness is known here. */
        SHA1,
        /** HMAC-SHA-256. */
        SHA256
    }

    /** Refuses what apps cannot show, and what is no country. */
    public RegisterProperties {
        countries = Set.copyOf(countries);
        if (issuer.isBlank() || issuer.length() > 64 || issuer.indexOf(':') >= 0)
            throw new IllegalArgumentException("sspr.register.issuer must be 1 to 64 characters without a colon");
        if (!countries.stream().allMatch(country -> COUNTRY.matcher(country).matches()))
            throw new IllegalArgumentException("sspr.register.countries must be ISO 3166 codes such as SI");
    }
}
