package io.sspr.portal.testing;

import io.sspr.portal.session.Sessions;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletResponse;

/** Browsers that come with something. */
public final class Visitors {

    private Visitors() {}

    /** Signed in by a password, without the services: the portal itself made the cookie. */
    public static Browser signedIn(RunningPortal portal, UUID accountId) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        portal.part(Sessions.class).begin(response, accountId, "ana", Instant.now(), List.of("pwd"), false);
        Browser browser = portal.browser();
        for (Cookie cookie : response.getCookies()) browser.keep(cookie.getName(), cookie.getValue());
        return browser;
    }
}
