package io.sspr.portal.password;

import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.ChangePassword;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.PasswordPair;
import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.log.Services;
import io.sspr.portal.session.Place;
import io.sspr.portal.session.Sessions;
import io.sspr.portal.session.SignedInPerson;
import io.sspr.portal.session.Why;
import io.sspr.portal.web.Origins;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.SealedForm;
import io.sspr.portal.web.Submission;
import io.sspr.portal.web.Texts;
import io.sspr.portal.web.Trouble;
import io.sspr.portal.web.Waiting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Replaces a known password, and lets the person sign in with the new one. */
@Controller
@RequestMapping(PasswordPages.PATH)
class PasswordPages {

    static final String PATH = "/account/password";

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int LONGEST_PASSWORD = 1024;

    private final Services services;
    private final SealedCookies cookies;
    private final Sessions sessions;
    private final Texts texts;
    private final Clock clock;

    PasswordPages(Services services, SealedCookies cookies, Sessions sessions, Texts texts, Clock clock) {
        this.services = services;
        this.cookies = cookies;
        this.sessions = sessions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Change change = kept(person, request);
        Pending pending = change.pending();
        if (pending == null) return form(change, response, model);
        Optional<Reply> reply = services.reply(pending.request());
        if (reply.isEmpty()) {
            model.addAttribute("waiting", Waiting.of(pending, clock.instant()));
            return "password/waiting";
        }
        Change next = change.after(reply.get());
        return next.done() ? done(response) : form(next, response, model);
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        Submission submission = Submission.of(request);
        Change change = Change.of(person.accountId());
        String again = request.getParameter("newPasswordAgain");
        if (again != null && !again.equals(request.getParameter("newPassword"))) {
            keep(change.troubled(Trouble.of(Trouble.Cause.DIFFERENT)), response);
            return "redirect:" + PATH;
        }
        Sealed sealed = submission.seal(
                services,
                MessageType.CHANGE_PASSWORD,
                null,
                () -> new PasswordPair(
                        Submission.typed(request, "currentPassword", LONGEST_PASSWORD),
                        Submission.typed(request, "newPassword", LONGEST_PASSWORD),
                        Origins.of(request)));
        UUID id = submission.mid();
        Pending asked = new Pending(id, clock.instant());
        Optional<Reply> reply = services.ask(
                id,
                null,
                new ChangePassword(sealed, submission.seenFrom(services, MessageType.CHANGE_PASSWORD, null, request)),
                person.person());
        Change next = reply.map(change::after).orElseGet(() -> change.asked(asked));
        if (next.done()) return done(response);
        keep(next, response);
        return "redirect:" + PATH;
    }

    /** Waits no longer, and shows the form again. */
    @PostMapping("/again")
    String again(HttpServletResponse response) {
        cookies.drop(response, CookieName.JOURNEY, PATH);
        return "redirect:" + PATH;
    }

    /** Here too nobody stays signed in by the old one. */
    private String done(HttpServletResponse response) {
        cookies.drop(response, CookieName.JOURNEY, PATH);
        sessions.end(response);
        return "redirect:" + Why.CHANGED.signIn(Place.ACCOUNT);
    }

    private String form(Change change, HttpServletResponse response, Model model) {
        Trouble trouble = change.trouble();
        // What went wrong is said once.
        if (trouble != null) cookies.drop(response, CookieName.JOURNEY, PATH);
        model.addAttribute("trouble", said(texts.of(trouble), trouble));
        model.addAttribute("tooOld", trouble != null && trouble.refusal() == Refusal.SIGN_IN_TOO_OLD);
        model.addAttribute("signInPath", Why.TOO_OLD.signIn(Place.PASSWORD));
        model.addAttribute(
                "seal",
                SealedForm.of(
                        MessageType.CHANGE_PASSWORD,
                        null,
                        Map.of(),
                        Map.of("currentPassword", "currentPassword", "newPassword", "newPassword")));
        model.addAttribute(
                "check",
                SealedForm.repeated(MessageType.CHECK_PASSWORD, null, Map.of(), Map.of("password", "newPassword")));
        return "password/change";
    }

    /** Here only one of the two can be wrong. */
    private Texts.@Nullable TroubleView said(Texts.@Nullable TroubleView view, @Nullable Trouble trouble) {
        if (view == null || trouble == null || trouble.refusal() != Refusal.WRONG_CREDENTIALS) return view;
        return new Texts.TroubleView(
                texts.of("change.wrong"), view.attempts(), view.retry(), view.retryAt(), view.rules());
    }

    private Change kept(SignedInPerson person, HttpServletRequest request) {
        return cookies.kept(request, CookieName.JOURNEY, PATH, Change.class)
                .filter(change -> change.accountId().equals(person.accountId()))
                .orElseGet(() -> Change.of(person.accountId()));
    }

    private void keep(Change change, HttpServletResponse response) {
        cookies.keep(response, CookieName.JOURNEY, PATH, change, LIFE);
    }
}
