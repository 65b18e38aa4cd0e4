package io.sspr.portal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The portal's settings.
 *
 * @param baseUrl where people find it, such as {@code https://reset.example.org}; nothing that a request says changes it
 * @param kafka Kafka's {@code bootstrap.servers}
 * @param client the name that the services know it by
 * @param anchor RFC 7638 thumbprint of the key that signs the services' key sets
 * @param secrets directory with the key that it vouches for people with, {@code clients/<client>/assertion.jwk}
 * @param cookieKeys files with a key each, 32 bytes in base64url: cookies are encrypted with the first and read with all;
 *     every instance needs the same
 * @param sessionLife how long somebody stays signed in, at most the 10 minutes after which services want a new sign-in, plus 5
 * @param brand what an organisation puts in the place of ours
 * @param oidc an identity provider that people sign in with in the place of their password here; absent: they use it here
 */
@ConfigurationProperties("sspr.portal")
public record PortalProperties(
        URI baseUrl,
        String kafka,
        @DefaultValue("portal") String client,
        String anchor,
        Path secrets,
        List<Path> cookieKeys,
        @DefaultValue("15m") Duration sessionLife,
        @DefaultValue Brand brand,
        @Nullable Oidc oidc) {

    /** Throws IllegalArgumentException, with a sentence, where the portal would not be safe to use. */
    public PortalProperties {
        boolean encrypted = "https".equals(baseUrl.getScheme());
        boolean onThisMachine = "http".equals(baseUrl.getScheme())
                && ("localhost".equals(baseUrl.getHost()) || "127.0.0.1".equals(baseUrl.getHost()));
        if (!encrypted && !onThisMachine)
            throw new IllegalArgumentException(
                    "sspr.portal.base-url must begin with https://, or http:// with localhost, and is " + baseUrl);
        String path = baseUrl.getPath();
        if (path != null && !path.isEmpty())
            throw new IllegalArgumentException("sspr.portal.base-url must end after the host or port: " + baseUrl);
        cookieKeys = List.copyOf(cookieKeys);
        if (cookieKeys.isEmpty()) throw new IllegalArgumentException("sspr.portal.cookie-keys names no file");
    }

    /** Whether browsers reach it over TLS. */
    public boolean isEncrypted() {
        return "https".equals(baseUrl.getScheme());
    }

    /**
     * How the pages look, and what they link to.
     *
     * @param name of the organisation
     * @param logo an SVG or PNG file, shown before anybody types anything
     * @param accent colour of buttons and links in the light, {@code #rrggbb}
     * @param onAccent colour of text on it
     * @param darkAccent the same in the dark
     * @param onDarkAccent text on that
     * @param helpdesk where people get help: {@code https:}, {@code mailto:} or {@code tel:}
     * @param featureRequests where people can ask for features
     */
    public record Brand(
            @DefaultValue("Example Organisation") String name,
            @Nullable Path logo,
            @DefaultValue("#14508c") String accent,
            @DefaultValue("#ffffff") String onAccent,
            @DefaultValue("#8ab8f0") String darkAccent,
            @DefaultValue("#0b1a2b") String onDarkAccent,
            @Nullable URI helpdesk,
            @Nullable URI featureRequests) {}

    /**
     * An OpenID Connect provider.
     *
     * @param issuer its issuer identifier
     * @param clientId how it knows the portal
     * @param clientSecret file with the secret that it gave to the portal
     * @param accountClaim claim of the ID token that holds the account's id, as AccountProvisioned told it
     * @param loginClaim claim that holds the login as AccountProvisioned told it; without it nobody is asked to register at sign-in
     * @param name what the button says people sign in with
     */
    public record Oidc(
            URI issuer,
            String clientId,
            Path clientSecret,
            @DefaultValue("sspr_account") String accountClaim,
            @DefaultValue("preferred_username") String loginClaim,
            @DefaultValue("") String name) {}
}
