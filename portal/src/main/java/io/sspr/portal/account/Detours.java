package io.sspr.portal.account;

import io.sspr.contract.Refusal;
import io.sspr.portal.session.SignedInPerson;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Texts;
import io.sspr.portal.web.Trouble;
import io.sspr.portal.web.Waiting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What comes between somebody and what they want: a wait, another proof, another sign-in. */
@Component
class Detours {

    private static final String SIGN_IN_AGAIN = "redirect:/sign-in?why=too-old&next=/account";

    private final Sittings sittings;
    private final Texts texts;
    private final Clock clock;

    Detours(Sittings sittings, Texts texts, Clock clock) {
        this.sittings = sittings;
        this.texts = texts;
        this.clock = clock;
    }

    /** Where that trouble leads, from where the person comes back to their errand; null if it is just to be told. */
    @Nullable
    String around(
            @Nullable Trouble trouble,
            Errand errand,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (trouble == null || trouble.refusal() == null) return null;
        if (trouble.refusal() == Refusal.STEP_UP_NEEDED) return "redirect:" + errand.provePath();
        if (trouble.refusal() != Refusal.SIGN_IN_TOO_OLD) return null;
        sittings.keep(sittings.of(person, request).leaving(errand), request, response);
        return SIGN_IN_AGAIN;
    }

    /** The page for whoever cannot see their methods yet, or not at all. */
    String instead(
            Look look,
            Errand errand,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("errand", errand);
        if (look instanceof Look.Awaited awaited)
            return waiting(awaited.pending(), errand.path(), "/account/again", model);
        Trouble trouble = look instanceof Look.Refused refused ? refused.trouble() : null;
        String detour = around(trouble, errand, person, request, response);
        if (detour != null) return detour;
        model.addAttribute("trouble", texts.of(trouble));
        return "account/unseen";
    }

    /** The page that waits; {@code again} is posted to by whoever waits no longer. */
    String waiting(Pending pending, String here, String again, Model model) {
        model.addAttribute("waiting", Waiting.of(pending, clock.instant()));
        model.addAttribute("here", here);
        model.addAttribute("again", again);
        return "account/waiting";
    }
}
