package io.sspr.portal.account;

import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what is under way in the browser it is under way in, each on its own path. */
@Component
class Journeys {

    /** Longer than any of it lives. */
    private static final Duration LIFE = Duration.ofMinutes(60);

    private final SealedCookies cookies;

    Journeys(SealedCookies cookies) {
        this.cookies = cookies;
    }

    <T> Optional<T> kept(String path, Class<T> type, HttpServletRequest request) {
        return cookies.kept(request, CookieName.JOURNEY, path, type);
    }

    void keep(String path, Object state, HttpServletResponse response) {
        cookies.keep(response, CookieName.JOURNEY, path, state, LIFE);
    }

    String secret(UUID flow) {
        return cookies.flowSecret(flow).text();
    }
}
