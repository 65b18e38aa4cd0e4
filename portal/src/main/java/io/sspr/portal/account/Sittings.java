package io.sspr.portal.account;

import io.sspr.contract.MethodKind;
import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.session.SignedInPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps {@link Sitting}s in their browsers. */
@Component
class Sittings {

    private static final String PATH = "/account";
    private static final String CHANGED = Sittings.class.getName();
    private static final Duration LIFE = Duration.ofMinutes(60);

    private final SealedCookies cookies;
    private final Clock clock;

    Sittings(SealedCookies cookies, Clock clock) {
        this.cookies = cookies;
        this.clock = clock;
    }

    Sitting of(SignedInPerson person, HttpServletRequest request) {
        if (request.getAttribute(CHANGED) instanceof Sitting changed) return changed;
        Sitting sitting = cookies.kept(request, CookieName.JOURNEY, PATH, Sitting.class)
                .filter(kept -> kept.accountId().equals(person.accountId()))
                .map(kept -> kept.in(person.since()))
                .orElseGet(() -> Sitting.begun(person.accountId(), person.since()));
        // A code of an app at the sign-in is a proof too.
        return person.amr().contains("otp") && sitting.proven() == null
                ? sitting.proving(MethodKind.AUTHENTICATOR_APP, person.since())
                : sitting;
    }

    void keep(Sitting sitting, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(CHANGED, sitting);
        cookies.keep(response, CookieName.JOURNEY, PATH, sitting, LIFE);
    }

    /** Something of that kind was proven just now. */
    void proven(MethodKind kind, SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        keep(of(person, request).proving(kind, clock.instant()), request, response);
    }
}
