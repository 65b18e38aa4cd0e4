package io.sspr.portal.account;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Visit;
import io.sspr.portal.account.Proving.Stage;
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
import java.util.Optional;
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
        Proving proving =
                Proving.begun(person.accountId(), flow, journeys.secret(flow).text(), errand, enough);
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
        if (proving.pending() != null) {
            Optional<Reply> reply = services.reply(proving.pending().request());
            if (reply.isPresent()) proving = told(proving, reply.get(), person, request, response);
        }
        return show(proving, person, request, response, model);
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
        Optional<Reply> reply = services.ask(mid, flow, stepUp, person.person());
        return goOn(proving.asked(mid, clock.instant()), reply, person, request, response);
    }

    @PostMapping("/{flow}/check")
    String check(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proving proving = proving(person, flow, request);
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
        Proving proving = proving(person, flow, request);
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
        if (proving != null) keep(proving.settled(null), response);
        return "redirect:/account/prove/" + flow;
    }

    private String ask(
            Proving proving,
            UUID mid,
            Request what,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Reply> reply = services.ask(mid, proving.flow(), what, null);
        return goOn(proving.asked(mid, clock.instant()), reply, person, request, response);
    }

    private String goOn(
            Proving proving,
            Optional<Reply> reply,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proving next = proving;
        if (reply.isPresent()) next = told(proving, reply.get(), person, request, response);
        else keep(proving, response);
        return "redirect:" + (next.stage() == Stage.PASSED ? next.errand().path() : next.path());
    }

    private Proving told(
            Proving proving,
            Reply reply,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Proving next = ProvingSteps.after(proving, reply);
        keep(next, response);
        if (reply instanceof StepUpPassed passed && proving.stage() != Stage.PASSED) {
            sittings.proven(passed.kind(), person, request, response);
            if (passed.kind() == MethodKind.AUTHENTICATOR_APP) sessions.keep(response, person.withApp());
        }
        return next;
    }

    private String show(
            Proving proving,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("proving", proving);
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
