package io.sspr.portal.session;

import io.sspr.portal.PortalProperties;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.web.SignInWays;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Signs people in by an OpenID Connect provider: the code flow with PKCE and nonce, and nothing kept on any server. */
final class ProviderSignIn implements SignInWays {

    /** Of the only provider there is. */
    static final String REGISTRATION = "provider";

    /** The button leads here, and this to the provider. */
    static final String DEPART = "/sign-in/with";

    /** The provider leads here. */
    static final String BACK = "/sign-in/back";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    /** Services want a sign-in that is not older than ten minutes, so one that is half as old is not worth having. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final PortalProperties.Oidc provider;
    private final URI baseUrl;
    private final SealedCookies cookies;
    private final Sessions sessions;
    private final Clock clock;

    ProviderSignIn(PortalProperties.Oidc provider, URI baseUrl, SealedCookies cookies, Sessions sessions, Clock clock) {
        this.provider = provider;
        this.baseUrl = baseUrl;
        this.cookies = cookies;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void configure(HttpSecurity http) throws Exception {
        String secret = secret(provider.clientSecret());
        // Asked when the first person comes, and again if it is not there: the portal starts without its provider.
        ClientRegistrationRepository registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(secret)));
        DefaultOAuth2AuthorizationRequestResolver departures =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, DEPART);
        departures.setAuthorizationRequestCustomizer(
                request -> request.additionalParameters(parameters -> parameters.put("max_age", FRESH.toSeconds())));
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NothingKept())
                .loginPage("/sign-in")
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(departures)
                        .authorizationRequestRepository(new DepartureCookie(cookies)))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(BACK))
                // The ID token says all; nobody asks the provider for more.
                .userInfoEndpoint(
                        endpoint -> endpoint.oidcUserService(told -> new DefaultOidcUser(List.of(), told.getIdToken())))
                .successHandler(this::arrived)
                .failureHandler(this::failed));
    }

    /** Where people are sent back stands in our settings alone, whatever a request says of its host. */
    private ClientRegistration registration(String secret) {
        return ClientRegistrations.fromIssuerLocation(provider.issuer().toString())
                .registrationId(REGISTRATION)
                .clientId(provider.clientId())
                .clientSecret(secret)
                .redirectUri(baseUrl + BACK)
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    /** Decoders of ID tokens that take the algorithm which the provider publishes, and no other. */
    static OidcIdTokenDecoderFactory decoders() {
        OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.from(IdTokens.algorithm(registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("id_token_signing_alg_values_supported"))));
        return decoders;
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret of the identity provider cannot be read: " + file, e);
        }
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OidcIdToken token = authentication.getPrincipal() instanceof OidcUser user ? user.getIdToken() : null;
        Place next = DepartureCookie.next(request);
        Optional<UUID> account =
                token == null ? Optional.empty() : IdTokens.account(token.getClaim(provider.accountClaim()));
        if (token == null || account.isEmpty()) {
            LOG.warn(
                    "An ID token of {} has no account's id in its claim {}",
                    provider.issuer(),
                    provider.accountClaim());
            response.sendRedirect(Why.NO_ACCOUNT.signIn(next));
            return;
        }
        sessions.begin(
                response,
                account.get(),
                IdTokens.login(token.getClaim(provider.loginClaim())),
                IdTokens.since(token.getAuthenticatedAt(), clock.instant()),
                IdTokens.methods(token.getClaim("amr")),
                false);
        response.sendRedirect(Arrival.path(next));
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        String code = fault instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : null;
        // What it says of itself is the provider's, and may be anything.
        LOG.warn(
                "Signing in with {} failed: {}",
                provider.issuer(),
                fault.getClass().getSimpleName());
        LOG.debug("Why it failed", fault);
        response.sendRedirect(reason(code).signIn(DepartureCookie.next(request)));
    }

    private static Why reason(@Nullable String code) {
        if (OAuth2ErrorCodes.ACCESS_DENIED.equals(code)) return Why.CANCELLED;
        return "authorization_request_not_found".equals(code) ? Why.AGAIN : Why.PROVIDER;
    }
}
