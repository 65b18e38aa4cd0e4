package io.sspr.portal.demand;

import io.sspr.contract.MessageType;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.ConfirmMethods;
import io.sspr.contract.request.ReportSignIn;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.SkipRegistration;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.secret.Visit;
import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.demand.Welcome.Demand;
import io.sspr.portal.log.Services;
import io.sspr.portal.log.Unreachable;
import io.sspr.portal.session.Arrival;
import io.sspr.portal.session.Place;
import io.sspr.portal.session.SignedInPerson;
import io.sspr.portal.web.Origins;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Submission;
import io.sspr.portal.web.Texts;
import io.sspr.portal.web.Waiting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks whether somebody who has signed in is to register, says why, and lets them do it, put it off or find it right. */
@Controller
class WelcomePages {

    private static final Logger LOG = LoggerFactory.getLogger(WelcomePages.class);
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Services services;
    private final SealedCookies cookies;
    private final Texts texts;
    private final Clock clock;

    WelcomePages(Services services, SealedCookies cookies, Texts texts, Clock clock) {
        this.services = services;
        this.cookies = cookies;
        this.texts = texts;
        this.clock = clock;
    }

    /** Asks anew each time that nothing is under way, so that what was registered meanwhile counts. */
    @GetMapping(Arrival.PATH)
    String arrive(
            @RequestParam(required = false) @Nullable String next,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Welcome> kept = kept(person, request);
        Pending pending = kept.map(Welcome::pending).orElse(null);
        if (kept.isPresent() && pending != null) {
            Optional<Reply> reply = services.reply(pending.request());
            if (reply.isEmpty()) return waiting(kept.get(), pending, model);
            return show(Answer.of(kept.get(), reply.get()), response, model);
        }
        Place place = Place.at(next).orElseGet(() -> kept.map(Welcome::next).orElse(Place.ACCOUNT));
        if (person.login() == null) return "redirect:" + place.path();
        Welcome welcome = new Welcome(
                person.accountId(),
                place,
                null,
                null,
                kept.map(Welcome::trouble).orElse(null));
        return ask(welcome, person.login(), response, model);
    }

    private String ask(Welcome welcome, String login, HttpServletResponse response, Model model) {
        UUID id = UUID.randomUUID();
        Pending pending = new Pending(id, clock.instant());
        Optional<Reply> reply;
        try {
            Sealed sealed = services.seal(MessageType.REPORT_SIGN_IN, id, null, new AccountChoice(login));
            reply = services.ask(id, null, new ReportSignIn(sealed), null);
        } catch (Unreachable e) {
            LOG.warn("Nobody can say whether somebody who signed in is to register", e);
            return over(welcome, response);
        }
        if (reply.isPresent()) return show(Answer.of(welcome, reply.get()), response, model);
        keep(welcome.asked(pending), response);
        return waiting(welcome, pending, model);
    }

    @PostMapping(Arrival.PATH + "/skip")
    String skip(
            @AuthenticationPrincipal SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        Optional<Welcome> kept = kept(person, request);
        Demand demand = kept.map(Welcome::demand).orElse(null);
        String login = person.login();
        if (kept.isEmpty() || demand == null || !demand.mayBeSkipped() || login == null)
            return "redirect:" + Arrival.PATH;
        return step(
                kept.get(),
                MessageType.SKIP_REGISTRATION,
                new AccountChoice(login),
                SkipRegistration::new,
                person,
                request,
                response);
    }

    @PostMapping(Arrival.PATH + "/confirm")
    String confirm(
            @AuthenticationPrincipal SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        Optional<Welcome> kept = kept(person, request);
        Demand demand = kept.map(Welcome::demand).orElse(null);
        if (kept.isEmpty() || demand == null || !demand.isToLook()) return "redirect:" + Arrival.PATH;
        return step(
                kept.get(),
                MessageType.CONFIRM_METHODS,
                new Visit(Origins.of(request)),
                ConfirmMethods::new,
                person,
                request,
                response);
    }

    /** Waits no longer: nobody is kept from their account because something takes long. */
    @PostMapping(Arrival.PATH + "/on")
    String goOn(
            @AuthenticationPrincipal SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        return over(kept(person, request).orElseGet(() -> Welcome.of(person.accountId(), Place.ACCOUNT)), response);
    }

    private String step(
            Welcome welcome,
            MessageType type,
            Secret content,
            Function<Sealed, Request> asked,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID id = Submission.of(request).mid();
        Pending pending = new Pending(id, clock.instant());
        Request step = asked.apply(services.seal(type, id, null, content));
        Optional<Reply> reply = services.ask(id, null, step, person.person());
        Answer answer =
                reply.map(told -> Answer.of(welcome, told)).orElseGet(() -> new Answer(welcome.asked(pending), false));
        if (answer.over()) return over(welcome, response);
        keep(answer.welcome(), response);
        return "redirect:" + Arrival.PATH;
    }

    private String show(Answer answer, HttpServletResponse response, Model model) {
        Welcome welcome = answer.welcome();
        Demand demand = welcome.demand();
        if (answer.over() || demand == null) return over(welcome, response);
        // What went wrong is said once.
        keep(welcome.troubled(null), response);
        model.addAttribute("trouble", texts.of(welcome.trouble()));
        model.addAttribute("demand", demand);
        model.addAttribute("next", welcome.next().path());
        model.addAttribute("mid", UUID.randomUUID());
        if (demand.skippableUntil() != null) model.addAttribute("until", texts.waiting(demand.skippableUntil()));
        return "demand/welcome";
    }

    private String waiting(Welcome welcome, Pending pending, Model model) {
        model.addAttribute("waiting", Waiting.of(pending, clock.instant()));
        model.addAttribute("next", welcome.next().path());
        return "demand/waiting";
    }

    private String over(Welcome welcome, HttpServletResponse response) {
        cookies.drop(response, CookieName.JOURNEY, Arrival.PATH);
        return "redirect:" + welcome.next().path();
    }

    private Optional<Welcome> kept(SignedInPerson person, HttpServletRequest request) {
        return cookies.kept(request, CookieName.JOURNEY, Arrival.PATH, Welcome.class)
                .filter(welcome -> welcome.accountId().equals(person.accountId()));
    }

    private void keep(Welcome welcome, HttpServletResponse response) {
        cookies.keep(response, CookieName.JOURNEY, Arrival.PATH, welcome, LIFE);
    }
}
