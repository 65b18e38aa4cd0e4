package io.sspr.portal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Leads somebody who must sign in there, with a sentence why and the way back. */
@Component
class SignInFirst implements AuthenticationEntryPoint {

    private final Sessions sessions;

    SignInFirst(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException whyNot)
            throws IOException {
        // Whoever waits for the answer to the change of a password comes here too: it has ended their session.
        if (sessions.isPasswordChanged(request)) {
            sessions.end(response);
            response.sendRedirect(Why.CHANGED.signIn(Place.ACCOUNT));
            return;
        }
        Why why = sessions.lapsed(request).isPresent() ? Why.EXPIRED : Why.NEEDED;
        response.sendRedirect(why.signIn(Place.orAccount(request.getRequestURI())));
    }
}
