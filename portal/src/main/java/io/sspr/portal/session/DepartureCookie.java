package io.sspr.portal.session;

import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.session.Departure.Departures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/** Keeps who is on the way to an identity provider in an encrypted cookie, so any instance can take them back. */
final class DepartureCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String PATH = "/sign-in";
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String NEXT = DepartureCookie.class.getName();

    private final SealedCookies cookies;

    DepartureCookie(SealedCookies cookies) {
        this.cookies = cookies;
    }

    /** Where whoever has come back with this request wants to go. */
    static Place next(HttpServletRequest request) {
        return request.getAttribute(NEXT) instanceof Place place ? place : Place.ACCOUNT;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return departure(request).map(Departure::request).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest departing, HttpServletRequest request, HttpServletResponse response) {
        if (departing == null) return;
        Place next = Place.orAccount(request.getParameter("next"));
        keep(response, departures(request).with(Departure.of(departing, next)));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Departure> departure = departure(request);
        if (departure.isEmpty()) return null;
        request.setAttribute(NEXT, departure.get().next());
        keep(response, departures(request).without(departure.get()));
        return departure.get().request();
    }

    private Optional<Departure> departure(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        return departures(request).all().stream().filter(one -> one.is(state)).findFirst();
    }

    private Departures departures(HttpServletRequest request) {
        return cookies.kept(request, CookieName.SIGNING_IN, PATH, Departures.class)
                .orElseGet(() -> new Departures(List.of()));
    }

    private void keep(HttpServletResponse response, Departures departures) {
        if (departures.all().isEmpty()) cookies.drop(response, CookieName.SIGNING_IN, PATH);
        else cookies.keep(response, CookieName.SIGNING_IN, PATH, departures, LIFE);
    }
}
