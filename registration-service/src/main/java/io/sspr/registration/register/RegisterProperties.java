package io.sspr.registration.register;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code sspr.register.*}.
 *
 * @param issuer the name that authenticator apps show beside the login, 1 to 64 characters
 */
@ConfigurationProperties("sspr.register")
public record RegisterProperties(
        @DefaultValue("Self-service password reset") String issuer) {

    /** Refuses what apps cannot show. */
    public RegisterProperties {
        if (issuer.isBlank() || issuer.length() > 64 || issuer.indexOf(':') >= 0)
            throw new IllegalArgumentException("sspr.register.issuer must be 1 to 64 characters without a colon");
    }
}
