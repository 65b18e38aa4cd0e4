package io.sspr.portal.session;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Somebody on the way to an identity provider: what must be the same when they come back.
 *
 * @param state in the address of both ways
 * @param nonce whose hash the ID token must hold
 * @param verifier of PKCE (RFC 7636)
 * @param authorizationUri the provider's page
 * @param clientId how it knows us
 * @param redirectUri where it sends them back
 * @param next where they want to go
 */
record Departure(
        String state,
        String nonce,
        String verifier,
        String authorizationUri,
        String clientId,
        String redirectUri,
        Place next) {

    /** The ones under way with one browser, the newest last: each tab has its own. */
    record Departures(List<Departure> all) {

        private static final int MOST = 3;

        Departures {
            all = List.copyOf(all);
        }

        Departures with(Departure one) {
            List<Departure> kept = all.subList(Math.max(0, all.size() - MOST + 1), all.size());
            return new Departures(Stream.concat(kept.stream(), Stream.of(one)).toList());
        }

        Departures without(Departure one) {
            return new Departures(
                    all.stream().filter(other -> !other.equals(one)).toList());
        }
    }

    static Departure of(OAuth2AuthorizationRequest request, Place next) {
        return new Departure(
                Objects.requireNonNull(request.getState()),
                attribute(request, OidcParameterNames.NONCE),
                attribute(request, PkceParameterNames.CODE_VERIFIER),
                request.getAuthorizationUri(),
                request.getClientId(),
                Objects.requireNonNull(request.getRedirectUri()),
                next);
    }

    private static String attribute(OAuth2AuthorizationRequest request, String name) {
        String text = request.getAttribute(name);
        return Objects.requireNonNull(text, name);
    }

    /** As Spring Security wants it back. */
    OAuth2AuthorizationRequest request() {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(authorizationUri)
                .clientId(clientId)
                .redirectUri(redirectUri)
                // Without the first it would count as OAuth alone, and nobody would look at the ID token.
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .state(state)
                .attributes(attributes -> attributes.putAll(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        ProviderSignIn.REGISTRATION,
                        OidcParameterNames.NONCE,
                        nonce,
                        PkceParameterNames.CODE_VERIFIER,
                        verifier)))
                .build();
    }

    boolean is(@Nullable String returned) {
        return state.equals(returned);
    }

    @Override
    public String toString() {
        return "Departure[hidden]";
    }
}
