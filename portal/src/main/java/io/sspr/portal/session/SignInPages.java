package io.sspr.portal.session;

import io.sspr.contract.MessageType;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.secret.SignInEntry;
import io.sspr.portal.PortalProperties;
import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.log.Services;
import io.sspr.portal.web.Origins;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.SealedForm;
import io.sspr.portal.web.Submission;
import io.sspr.portal.web.Texts;
import io.sspr.portal.web.Waiting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs people in by login and password, or shows the button of the identity provider; and signs them out. */
@Controller
class SignInPages {

    private static final String PATH = "/sign-in";
    private static final Duration VISITOR_LIFE = Duration.ofHours(2);
    /** No answer comes later: then the request was too old to be looked at. */
    private static final Duration ATTEMPT_LIFE = Duration.ofMinutes(10);

    private static final int LONGEST_LOGIN = 256;
    private static final int LONGEST_PASSWORD = 1024;
    private static final List<String> BY_PASSWORD = List.of("pwd");

    private final Services services;
    private final SealedCookies cookies;
    private final Sessions sessions;
    private final Texts texts;
    private final Clock clock;
    private final PortalProperties.@Nullable Oidc provider;

    SignInPages(
            Services services,
            SealedCookies cookies,
            Sessions sessions,
            Texts texts,
            Clock clock,
            PortalProperties properties) {
        this.services = services;
        this.cookies = cookies;
        this.sessions = sessions;
        this.texts = texts;
        this.clock = clock;
        this.provider = properties.oidc();
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(required = false) @Nullable String why,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Why.named(why).ifPresent(reason -> model.addAttribute("why", reason));
        String login = sessions.person(request)
                .or(() -> sessions.lapsed(request))
                .map(SignedInPerson::login)
                .orElse("");
        return form(login, Place.orAccount(next), request, response, model);
    }

    @PostMapping(PATH)
    String begin(
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Submission submission = Submission.of(request);
        UUID id = submission.mid();
        String login = Submission.typed(request, "login", LONGEST_LOGIN).strip();
        Place place = Place.orAccount(next);
        if (provider != null) return "redirect:" + PATH;
        if (login.isEmpty()
                || visitor(request).filter(browser -> browser.made(id)).isEmpty())
            return "redirect:" + Why.AGAIN.signIn(place);
        SignIn signIn = new SignIn(
                submission.seal(
                        services,
                        MessageType.SIGN_IN,
                        null,
                        () -> new SignInEntry(
                                login, Submission.typed(request, "password", LONGEST_PASSWORD), Origins.of(request))),
                submission.seenFrom(services, MessageType.SIGN_IN, null, request));
        Attempt attempt = new Attempt(id, login, place, new Pending(id, clock.instant()), null);
        return goOn(attempt, services.ask(id, null, signIn, null), response);
    }

    @GetMapping(PATH + "/{id}")
    String attempt(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Attempt> kept = cookies.kept(request, CookieName.JOURNEY, PATH + "/" + id, Attempt.class);
        if (kept.isEmpty()) return "redirect:" + Why.AGAIN.signIn(Place.ACCOUNT);
        Attempt attempt = kept.get();
        if (attempt.trouble() == null) {
            Optional<Reply> reply = services.reply(id);
            if (reply.isPresent()) return goOn(attempt, reply, response);
            model.addAttribute("next", attempt.next().path());
            model.addAttribute("waiting", Waiting.of(attempt.asked(), clock.instant()));
            return "session/waiting";
        }
        model.addAttribute("trouble", texts.of(attempt.trouble()));
        return form(attempt.login(), attempt.next(), request, response, model);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletResponse response) {
        sessions.end(response);
        return "redirect:" + Why.SIGNED_OUT.signIn(Place.ACCOUNT);
    }

    private String goOn(Attempt attempt, Optional<Reply> reply, HttpServletResponse response) {
        if (reply.isPresent() && reply.get() instanceof SignedIn in) {
            cookies.drop(response, CookieName.JOURNEY, attempt.path());
            sessions.begin(
                    response, in.accountId(), attempt.login(), attempt.asked().since(), BY_PASSWORD, in.mustChange());
            return "redirect:" + Arrival.path(attempt.next());
        }
        Attempt next = reply.map(attempt::failed).orElse(attempt);
        cookies.keep(response, CookieName.JOURNEY, attempt.path(), next, ATTEMPT_LIFE);
        return "redirect:" + attempt.path();
    }

    private String form(
            String login, Place next, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("next", next.path());
        if (provider != null) {
            model.addAttribute("provider", provider.name());
            return "session/provider";
        }
        Visitor visitor = visitor(request).orElseGet(Visitor::unknown);
        cookies.keep(response, CookieName.JOURNEY, PATH, visitor, VISITOR_LIFE);
        model.addAttribute("login", login);
        model.addAttribute(
                "seal",
                SealedForm.withId(
                                MessageType.SIGN_IN,
                                visitor.newId(),
                                Map.of(),
                                Map.of("login", "login", "password", "password"))
                        .keeping("login"));
        return "session/sign-in";
    }

    private Optional<Visitor> visitor(HttpServletRequest request) {
        return cookies.kept(request, CookieName.JOURNEY, PATH, Visitor.class);
    }
}
