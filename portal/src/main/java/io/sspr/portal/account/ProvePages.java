package io.sspr.portal.account;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Visit;
import io.sspr.portal.account.Proving.Stage;
import io.sspr.portal.log.Answered;
import io.sspr.portal.log.Services;
import io.sspr.portal.session.Sessions;
import io.sspr.portal.session.SignedInPerson;
import io.sspr.portal.web.Origins;
import io.sspr.portal.web.Proofs;
import io.sspr.portal.web.Submission;
import io.sspr.portal.web.Texts;
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

/** Lets somebody who is signed in prove one of their methods, and brings them back to what they wanted. */
@Controller
@RequestMapping("/account/prove")
class ProvePages {

    private final Services services;
    private final Proofs proofs;
    private final OwnMethods methods;
    private final Sittings sittings;
    private final Journeys journeys;
    private final Sessions sessions;
    private final Detours detours;
    private final Texts texts;
    private final Clock clock;

    ProvePages(
            Services services,
            Proofs proofs,
            OwnMethods methods,
            Sittings sittings,
            Journeys journeys,
            Sessions sessions,
            Detours detours,
            Texts texts,
            Clock clock) {
        this.services = services;
        this.proofs = proofs;
        this.methods = methods;
        this.sittings = sittings;
        this.journeys = journeys;
        this.sessions = sessions;
        this.detours = detours;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String begin(
            @AuthenticationPrincipal SignedInPerson person,
            @RequestParam Errand.What what,
            @RequestParam(required = false) @Nullable MethodKind kind,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Errand errand = new Errand(what, kind, id, "welcome".equals(then));
        Look look = methods.look(person, request, response);
        // Whoever comes back from a wait or a sign-in meets the need for a proof anew.
        if (!(look instanceof Look.Seen seen)) return detours.instead(look, errand, person, request, response, model);
        boolean change =
                what == Errand.What.CHANGE || (kind != null && Strength.isChange(seen.methods(), kind, id != null));
        List<MethodKind> enough = Strength.enough(seen.methods(), change);
        if (enough.isEmpty()) return "account/stuck";
        UUID flow = UUID.randomUUID();
        Proving proving = Proving.begun(person.accountId(), flow, journeys.secret(flow), errand, enough);
        keep(proving, response);
        return "redirect:" + proving.path();
    }

    @GetMapping("/{flow}")
    String page(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Proving proving = proving(person, flow, request);
        if (proving == null) return "account/gone";
        return show(current(proving, person, request, response), person, request, response, model);
    }

    @PostMapping("/{flow}/choose")
    String choose(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            @RequestParam MethodKind kind,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proving proving = proving(person, flow, request);
        if (proving == null || proving.stage() != Stage.CHOOSING || proving.pending() != null)
            return "redirect:/account/prove/" + flow;
        UUID mid = Submission.of(request).mid();
        Sealed sealed = services.seal(MessageType.STEP_UP, mid, flow, new Visit(Origins.of(request)));
        StepUp stepUp = new StepUp(flow, new FlowSecret(proving.secret()).hash(), kind, sealed);
        Proving asking = proving.asked(mid, clock.instant());
        services.ask(mid, flow, stepUp, person.person());
        return goOn(asking, person, request, response);
    }

    @PostMapping("/{flow}/check")
    String check(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proving kept = proving(person, flow, request);
        Proving proving = kept == null ? null : current(kept, person, request, response);
        if (proving == null || proving.stage() != Stage.PROVING) return "redirect:/account/prove/" + flow;
        Submission submission = Submission.of(request);
        SubmitProof submit = proofs.submit(submission, flow, proving.secret(), request);
        return ask(proving, submission.mid(), submit, person, request, response);
    }

    @PostMapping("/{flow}/resend")
    String resend(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proving kept = proving(person, flow, request);
        Proving proving = kept == null ? null : current(kept, person, request, response);
        if (proving == null || proving.stage() != Stage.PROVING) return "redirect:/account/prove/" + flow;
        Submission submission = Submission.of(request);
        ResendCode resend = proofs.resend(submission, flow, proving.secret());
        return ask(proving, submission.mid(), resend, person, request, response);
    }

    /** Waits no longer for what was asked, and shows the page it was asked on. */
    @PostMapping("/{flow}/again")
    String again(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proving proving = proving(person, flow, request);
        // What was asked first may yet come true: a new flow does not depend on it.
        if (proving != null && proving.stage() == Stage.CHOOSING && proving.pending() != null)
            return "redirect:" + proving.errand().provePath();
        if (proving != null) keep(current(proving, person, request, response).waitingNoLonger(), response);
        return "redirect:/account/prove/" + flow;
    }

    private String ask(
            Proving proving,
            UUID mid,
            Request what,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proving asking = proving.asked(mid, clock.instant());
        services.ask(mid, proving.flow(), what, null);
        return goOn(asking, person, request, response);
    }

    private String goOn(
            Proving asking, SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        keep(asking, response);
        Proving next = current(asking, person, request, response);
        return "redirect:" + (next.stage() == Stage.PASSED ? next.errand().path() : next.path());
    }

    /** Where it is by all that was answered since its page was made. */
    private Proving current(
            Proving kept, SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        Proving now = kept;
        for (Answered answer : services.replies(kept.awaited())) {
            Proving before = now;
            now = ProvingSteps.after(before, answer.request(), answer.reply());
            if (answer.reply() instanceof StepUpPassed passed && before.stage() != Stage.PASSED) {
                sittings.proven(passed.kind(), person, request, response);
                if (passed.kind() == MethodKind.AUTHENTICATOR_APP) sessions.keep(response, person.withApp());
            }
        }
        if (!now.equals(kept)) keep(now, response);
        return now;
    }

    private String show(
            Proving proving,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("proving", proving);
        model.addAttribute("watched", proving.givenUp().newest());
        model.addAttribute("mid", UUID.randomUUID());
        if (proving.pending() != null)
            return detours.waiting(proving.pending(), proving.path(), proving.path() + "/again", model);
        String detour = detours.around(proving.trouble(), proving.errand(), person, request, response);
        if (detour != null) return detour;
        model.addAttribute("trouble", texts.of(proving.trouble()));
        return switch (proving.stage()) {
            case CHOOSING -> "account/prove-choose";
            case PROVING -> {
                model.addAttribute("seal", proofs.form(proving.flow(), proving.secret()));
                yield "account/prove";
            }
            case PASSED -> "redirect:" + proving.errand().path();
            case OVER -> "account/prove-over";
        };
    }

    private @Nullable Proving proving(SignedInPerson person, UUID flow, HttpServletRequest request) {
        return journeys.kept("/account/prove/" + flow, Proving.class, request)
                .filter(kept -> kept.accountId().equals(person.accountId()))
                .filter(kept -> kept.flow().equals(flow))
                .orElse(null);
    }

    private void keep(Proving proving, HttpServletResponse response) {
        journeys.keep(proving.path(), proving, response);
    }
}
