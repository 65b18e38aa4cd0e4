package io.sspr.portal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Leaves only the change of the password open to whoever must change it. */
final class NewPasswordFirst implements HandlerInterceptor {

    private final Sessions sessions;

    NewPasswordFirst(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (sessions.person(request).filter(SignedInPerson::mustChange).isEmpty()) return true;
        response.sendRedirect(Place.PASSWORD.path());
        return false;
    }
}
