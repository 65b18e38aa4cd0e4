package io.sspr.portal.account;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.request.ChooseDefaultMethod;
import io.sspr.contract.request.ConfirmMethods;
import io.sspr.contract.request.RemoveMethod;
import io.sspr.contract.request.Request;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.Visit;
import io.sspr.portal.account.Change.What;
import io.sspr.portal.log.Answered;
import io.sspr.portal.log.Services;
import io.sspr.portal.session.SignedInPerson;
import io.sspr.portal.web.BadForm;
import io.sspr.portal.web.Origins;
import io.sspr.portal.web.Submission;
import io.sspr.portal.web.Texts;
import io.sspr.portal.web.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Removes a method, makes one the default of its kind, or takes the person's word that all are right. */
@Controller
@RequestMapping("/account/change")
class ChangePages {

    private final Services services;
    private final OwnMethods methods;
    private final Sittings sittings;
    private final Journeys journeys;
    private final Detours detours;
    private final Texts texts;
    private final Clock clock;

    ChangePages(
            Services services,
            OwnMethods methods,
            Sittings sittings,
            Journeys journeys,
            Detours detours,
            Texts texts,
            Clock clock) {
        this.services = services;
        this.methods = methods;
        this.sittings = sittings;
        this.journeys = journeys;
        this.detours = detours;
        this.texts = texts;
        this.clock = clock;
    }

    /** A page that asks first; nothing happens yet. */
    @GetMapping
    String consider(
            @AuthenticationPrincipal SignedInPerson person,
            @RequestParam What what,
            @RequestParam(required = false) @Nullable UUID method,
            HttpServletResponse response) {
        Change change = Change.begun(person.accountId(), UUID.randomUUID(), what, method);
        keep(change, response);
        return "redirect:" + change.path();
    }

    /** At once, from the list: what can be taken back with a click. */
    @PostMapping
    String atOnce(
            @AuthenticationPrincipal SignedInPerson person,
            @RequestParam What what,
            @RequestParam(required = false) @Nullable UUID method,
            HttpServletRequest request,
            HttpServletResponse response) {
        // The same form twice is the same change.
        UUID mid = Submission.of(request).mid();
        return ask(Change.begun(person.accountId(), mid, what, method), mid, person, request, response);
    }

    @GetMapping("/{id}")
    String page(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Change kept = change(person, id, request);
        if (kept == null) return "account/gone";
        Change change = current(kept, response);
        if (change.pending() != null)
            return detours.waiting(change.pending(), change.path(), change.path() + "/again", model);
        model.addAttribute("change", change);
        model.addAttribute("watched", change.givenUp().newest());
        if (change.done()) {
            model.addAttribute("next", Dates.of(change.nextAt()));
            return "account/changed";
        }
        Errand errand = Errand.change(id);
        if (change.trouble() != null) {
            // It is told once; whoever comes back from the detour is asked again.
            keep(change.settled(null), response);
            String detour = detours.around(change.trouble(), errand, person, request, response);
            if (detour != null) return detour;
        }
        Look look = methods.look(person, request, response);
        if (!(look instanceof Look.Seen seen)) return detours.instead(look, errand, person, request, response, model);
        return ask(change, seen, errand, person, request, model);
    }

    private String ask(
            Change change,
            Look.Seen seen,
            Errand errand,
            SignedInPerson person,
            HttpServletRequest request,
            Model model) {
        List<MethodView> all = seen.methods();
        if (Strength.isStuck(all)) return "account/stuck";
        MethodKind proven = sittings.of(person, request).provenBy(clock.instant());
        if (Strength.isProofNeeded(all, proven, true)) return "redirect:" + errand.provePath();
        List<MethodLine> lines = MethodLine.of(seen);
        MethodLine line = lines.stream()
                .filter(one -> one.id().equals(change.method()))
                .findFirst()
                .orElse(null);
        boolean unknown = line == null && change.method() != null;
        Trouble trouble = unknown ? Trouble.refused(Refusal.UNKNOWN_METHOD, null) : change.trouble();
        model.addAttribute("trouble", texts.of(trouble));
        model.addAttribute("canGoOn", !unknown);
        model.addAttribute("line", line);
        model.addAttribute("lines", lines);
        if (line != null) {
            long now = MethodLine.kindsWithout(all, new UUID(0, 0));
            long then = MethodLine.kindsWithout(all, line.id());
            model.addAttribute("kindsLeft", then);
            model.addAttribute("isFewer", then < now);
        }
        model.addAttribute("mid", UUID.randomUUID());
        return "account/change";
    }

    @PostMapping("/{id}")
    String goAhead(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        Change kept = change(person, id, request);
        Change change = kept == null ? null : current(kept, response);
        if (change == null || change.done() || change.pending() != null) return "redirect:/account/change/" + id;
        return ask(change, Submission.of(request).mid(), person, request, response);
    }

    /** Waits no longer for what was asked, and shows the page it was asked on. */
    @PostMapping("/{id}/again")
    String again(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        Change change = change(person, id, request);
        if (change != null) keep(current(change, response).waitingNoLonger(), response);
        return "redirect:/account/change/" + id;
    }

    private String ask(
            Change change, UUID mid, SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        methods.forget(person, request, response);
        Change asking = change.asked(mid, clock.instant());
        services.ask(mid, null, request(change, mid, request), person.person());
        keep(asking, response);
        return "redirect:" + current(asking, response).path();
    }

    /** Where it is by all that was answered since its page was made. */
    private Change current(Change kept, HttpServletResponse response) {
        Change now = kept;
        for (Answered answer : services.replies(kept.awaited())) now = now.after(answer.request(), answer.reply());
        if (!now.equals(kept)) keep(now, response);
        return now;
    }

    private Request request(Change change, UUID mid, HttpServletRequest request) {
        if (change.what() == What.CONFIRM) {
            Visit visit = new Visit(Origins.of(request));
            return new ConfirmMethods(services.seal(MessageType.CONFIRM_METHODS, mid, null, visit));
        }
        UUID method = change.method();
        if (method == null) throw new BadForm();
        MethodChoice choice = new MethodChoice(method, Origins.of(request));
        MessageType type = change.what() == What.REMOVE ? MessageType.REMOVE_METHOD : MessageType.CHOOSE_DEFAULT_METHOD;
        Sealed sealed = services.seal(type, mid, null, choice);
        return change.what() == What.REMOVE ? new RemoveMethod(sealed) : new ChooseDefaultMethod(sealed);
    }

    private @Nullable Change change(SignedInPerson person, UUID id, HttpServletRequest request) {
        return journeys.kept("/account/change/" + id, Change.class, request)
                .filter(kept -> kept.accountId().equals(person.accountId()))
                .filter(kept -> kept.id().equals(id))
                .orElse(null);
    }

    private void keep(Change change, HttpServletResponse response) {
        journeys.keep(change.path(), change, response);
    }
}
