package io.sspr.portal.session;

import io.sspr.portal.PortalProperties;
import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.log.Replies;
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
    /** For so long a browser shows that it once was signed in, so that we can say why it no longer is. */
    private static final Duration REMEMBERED = Duration.ofHours(12);

    private final SealedCookies cookies;
    private final Duration life;
    private final Clock clock;
    private final Replies replies;

    Sessions(SealedCookies cookies, Replies replies, PortalProperties properties, Clock clock) {
        this.cookies = cookies;
        this.replies = replies;
        this.life = properties.sessionLife();
        this.clock = clock;
    }

    /** Whoever is signed in. */
    public Optional<SignedInPerson> person(HttpServletRequest request) {
        return known(request).filter(person -> clock.instant().isBefore(person.expires()) && !isVoid(person));
    }

    /** Whoever was signed in, and is no more. */
    public Optional<SignedInPerson> lapsed(HttpServletRequest request) {
        return person(request).isPresent() ? Optional.empty() : known(request);
    }

    /** Whether whoever was signed in is no more because their password is another now. */
    public boolean isPasswordChanged(HttpServletRequest request) {
        return known(request).filter(this::isVoid).isPresent();
    }

    private Optional<SignedInPerson> known(HttpServletRequest request) {
        return cookies.kept(request, CookieName.SESSION, PATH, SignedInPerson.class);
    }

    /** A new password ends all older sessions, on every instance, for all of them read the replies. */
    private boolean isVoid(SignedInPerson person) {
        return replies.passwordSet(person.accountId())
                .filter(person.since()::isBefore)
                .isPresent();
    }

    /**
     * Signs in, for as long as a session lives from now.
     *
     * @param since when the person proved who they are
     */
    public SignedInPerson begin(
            HttpServletResponse response,
            UUID accountId,
            @Nullable String login,
            Instant since,
            List<String> amr,
            boolean mustChange) {
        SignedInPerson person = new SignedInPerson(
                accountId, login, since, amr, mustChange, clock.instant().plus(life));
        keep(response, person);
        return person;
    }

    /** Replaces what is known of the person; the end stays. */
    public void keep(HttpServletResponse response, SignedInPerson person) {
        Duration left = Duration.between(clock.instant(), person.expires());
        if (left.isNegative()) end(response);
        else cookies.keep(response, CookieName.SESSION, PATH, person, left.plus(REMEMBERED));
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
