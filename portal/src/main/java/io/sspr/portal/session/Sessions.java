package io.sspr.portal.session;

import io.sspr.portal.PortalProperties;
import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps who is signed in in an encrypted cookie. Signing in always makes a new one from nothing that came with the request, so
 * none can be fixed beforehand.
 */
@Component
public class Sessions implements SecurityContextRepository {

    private static final String PATH = "/";

    private final SealedCookies cookies;
    private final Duration life;
    private final Clock clock;

    Sessions(SealedCookies cookies, PortalProperties properties, Clock clock) {
        this.cookies = cookies;
        this.life = properties.sessionLife();
        this.clock = clock;
    }

    /** Whoever is signed in. */
    public Optional<SignedInPerson> person(HttpServletRequest request) {
        return cookies.kept(request, CookieName.SESSION, PATH, SignedInPerson.class)
                .filter(person -> clock.instant().isBefore(person.expires()));
    }

    /** Signs in, for as long as a session lives from now. */
    public SignedInPerson begin(
            HttpServletResponse response,
            UUID accountId,
            @Nullable String login,
            List<String> amr,
            boolean mustChange) {
        Instant now = clock.instant();
        SignedInPerson person = new SignedInPerson(accountId, login, now, amr, mustChange, now.plus(life));
        keep(response, person);
        return person;
    }

    /** Replaces what is known of the person; the end stays. */
    public void keep(HttpServletResponse response, SignedInPerson person) {
        Duration left = Duration.between(clock.instant(), person.expires());
        if (left.isNegative()) end(response);
        else cookies.keep(response, CookieName.SESSION, PATH, person, left);
    }

    /** Signs out. */
    public void end(HttpServletResponse response) {
        cookies.drop(response, CookieName.SESSION, PATH);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return contextOf(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            private boolean generated;

            @Override
            public SecurityContext get() {
                SecurityContext context = contextOf(request);
                generated = context.getAuthentication() == null;
                return context;
            }

            @Override
            public boolean isGenerated() {
                get();
                return generated;
            }
        };
    }

    private SecurityContext contextOf(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        person(request).ifPresent(person -> context.setAuthentication(authentication(person)));
        return context;
    }

    private static Authentication authentication(SignedInPerson person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    /** What Spring would keep, {@link #begin} keeps. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return person(request).isPresent();
    }
}
