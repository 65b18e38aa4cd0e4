package io.sspr.portal.dispute;

import io.sspr.contract.MessageType;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.DisputeReset;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.log.Services;
import io.sspr.portal.web.Origins;
import io.sspr.portal.web.SealedForm;
import io.sspr.portal.web.Submission;
import io.sspr.portal.web.Texts;
import io.sspr.portal.web.Waiting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the link of a notice leads. Looking at it does nothing, for mail scanners look at every link; and the token after the
 * {@code #} is sent nowhere before somebody presses the button, then sealed.
 */
@Controller
@RequestMapping("/not-me")
class DisputePages {

    private static final Duration COOKIE_LIFE = Duration.ofMinutes(60);
    private static final int LONGEST_LOGIN = 256;
    private static final int LONGEST_CODE = 32;

    private final Services services;
    private final SealedCookies cookies;
    private final Texts texts;
    private final Clock clock;

    DisputePages(Services services, SealedCookies cookies, Texts texts, Clock clock) {
        this.services = services;
        this.cookies = cookies;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String ask(Model model) {
        forms(model);
        return "dispute/ask";
    }

    @PostMapping
    String object(HttpServletRequest request, HttpServletResponse response) {
        Submission submission = Submission.of(request);
        UUID id = submission.mid();
        Sealed sealed = submission.seal(services, MessageType.DISPUTE_RESET, null, () -> typed(request));
        Objection made = Objection.made(id, clock.instant());
        Optional<Reply> reply = services.ask(
                id,
                null,
                new DisputeReset(sealed, submission.seenFrom(services, MessageType.DISPUTE_RESET, null, request)),
                null);
        keep(reply.map(made::after).orElse(made), response);
        return "redirect:" + made.path();
    }

    private static DisputeEntry typed(HttpServletRequest request) {
        String login = Submission.typed(request, "login", LONGEST_LOGIN).strip();
        String code = Submission.typed(request, "code", LONGEST_CODE).strip();
        return new DisputeEntry(null, login, code, Origins.of(request));
    }

    @GetMapping("/{request}")
    String page(
            @PathVariable("request") UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Objection> kept = cookies.kept(request, CookieName.JOURNEY, Objection.path(id), Objection.class)
                .filter(objection -> objection.request().equals(id));
        if (kept.isEmpty()) return "dispute/gone";
        Objection objection = kept.get();
        if (objection.pending() != null) {
            Optional<Reply> reply = services.reply(id);
            if (reply.isEmpty()) {
                model.addAttribute("waiting", Waiting.of(objection.pending(), clock.instant()));
                model.addAttribute("path", objection.path());
                return "dispute/waiting";
            }
            objection = objection.after(reply.get());
            keep(objection, response);
        }
        if (objection.believed()) return "dispute/done";
        model.addAttribute("trouble", texts.of(objection.trouble()));
        forms(model);
        return "dispute/again";
    }

    /** One for the link, which a script fills, and one for the code. */
    private static void forms(Model model) {
        model.addAttribute(
                "byToken", SealedForm.of(MessageType.DISPUTE_RESET, null, Map.of(), Map.of("token", "token")));
        model.addAttribute(
                "byCode",
                SealedForm.of(MessageType.DISPUTE_RESET, null, Map.of(), Map.of("login", "login", "code", "code")));
    }

    private void keep(Objection objection, HttpServletResponse response) {
        cookies.keep(response, CookieName.JOURNEY, objection.path(), objection, COOKIE_LIFE);
    }
}
