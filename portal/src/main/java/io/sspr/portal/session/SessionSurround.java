package io.sspr.portal.session;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says on the pages of an account who is signed in, and until when. */
@ControllerAdvice(annotations = Controller.class)
class SessionSurround {

    private static final String ACCOUNT = "/account";

    private final Sessions sessions;

    SessionSurround(Sessions sessions) {
        this.sessions = sessions;
    }

    @ModelAttribute
    void session(HttpServletRequest request, Model model) {
        String uri = request.getRequestURI();
        if (!uri.equals(ACCOUNT) && !uri.startsWith(ACCOUNT + "/")) return;
        sessions.person(request).ifPresent(person -> {
            model.addAttribute("signedIn", person);
            model.addAttribute("expires", person.expires().toEpochMilli());
            model.addAttribute("expiredPath", Why.EXPIRED.signIn(Place.orAccount(uri)));
        });
    }
}
