package io.sspr.portal.account;

import io.sspr.client.ReplyKey;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.MethodView;
import io.sspr.portal.account.Addition.Stage;
import io.sspr.portal.log.Answered;
import io.sspr.portal.log.Services;
import io.sspr.portal.session.SignedInPerson;
import io.sspr.portal.web.Origins;
import io.sspr.portal.web.Proofs;
import io.sspr.portal.web.SealedForm;
import io.sspr.portal.web.Submission;
import io.sspr.portal.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes somebody who is signed in from "what do you want to add" to a method that counts. */
@Controller
@RequestMapping("/account/add")
class AddPages {

    private static final int LONGEST_ADDRESS = 254;
    private static final String WELCOME = "welcome";

    private final Services services;
    private final Proofs proofs;
    private final OwnMethods methods;
    private final Sittings sittings;
    private final Journeys journeys;
    private final Detours detours;
    private final Texts texts;
    private final Clock clock;

    AddPages(
            Services services,
            Proofs proofs,
            OwnMethods methods,
            Sittings sittings,
            Journeys journeys,
            Detours detours,
            Texts texts,
            Clock clock) {
        this.services = services;
        this.proofs = proofs;
        this.methods = methods;
        this.sittings = sittings;
        this.journeys = journeys;
        this.detours = detours;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String choose(
            @AuthenticationPrincipal SignedInPerson person,
            @RequestParam(required = false) @Nullable MethodKind kind,
            @RequestParam(required = false) @Nullable UUID replaces,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean welcome = WELCOME.equals(then);
        Errand errand = Errand.add(kind, replaces, welcome);
        Look look = methods.look(person, request, response);
        if (!(look instanceof Look.Seen seen)) return detours.instead(look, errand, person, request, response, model);
        if (kind == null || !kind.isRegistered()) {
            model.addAttribute("kinds", kinds(seen.onOffer()));
            model.addAttribute("then", welcome ? WELCOME : null);
            return "account/kinds";
        }
        List<MethodView> all = seen.methods();
        boolean change = Strength.isChange(all, kind, replaces != null);
        if (change && Strength.isStuck(all)) return "account/stuck";
        MethodKind proven = sittings.of(person, request).provenBy(clock.instant());
        if (Strength.isProofNeeded(all, proven, change)) return "redirect:" + errand.provePath();
        UUID flow = UUID.randomUUID();
        String instead = all.stream()
                .filter(method -> method.methodId().equals(replaces) && method.hint() != null)
                .map(MethodView::hint)
                .findFirst()
                .orElse(null);
        Addition addition = Addition.begun(person.accountId(), flow, journeys.secret(flow), errand, kind, instead);
        journeys.keep(addition.path(), addition, response);
        return "redirect:" + addition.path();
    }

    /** The strongest first. */
    private static List<MethodKind> kinds(List<MethodKind> onOffer) {
        return Stream.of(MethodKind.AUTHENTICATOR_APP, MethodKind.SMS, MethodKind.EMAIL, MethodKind.RECOVERY_CODE)
                .filter(onOffer::contains)
                .toList();
    }

    @GetMapping("/{flow}")
    String page(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Addition addition = addition(person, flow, request);
        if (addition == null) return "account/gone";
        return show(current(addition, person, request, response), person, request, response, model);
    }

    @PostMapping("/{flow}/begin")
    String begin(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Addition addition = addition(person, flow, request);
        if (addition == null) return "redirect:/account/add/" + flow;
        Submission submission = Submission.of(request);
        if (addition.stage() != Stage.ASKING || addition.pending() != null) {
            // The same form once more; or the page before was gone back to, and something else typed: that is another
            // flow.
            boolean same = submission.mid().equals(addition.mid()) || addition.stage() != Stage.PROVING;
            return "redirect:" + (same ? addition.path() : addition.errand().path());
        }
        Sealed sealed = submission.seal(services, MessageType.REGISTER_METHOD, flow, () -> entry(addition, request));
        RegisterMethod register = new RegisterMethod(
                flow,
                new FlowSecret(addition.secret()).hash(),
                addition.kind(),
                sealed,
                submission.seenFrom(services, MessageType.REGISTER_METHOD, flow, request));
        Addition asking = addition.begun(submission.mid(), clock.instant());
        services.ask(submission.mid(), flow, register, person.person());
        return goOn(asking, person, request, response);
    }

    private static MethodEntry entry(Addition addition, HttpServletRequest request) {
        String address = addition.key() == null
                ? Submission.typed(request, "address", LONGEST_ADDRESS).strip()
                : null;
        String key =
                addition.key() == null ? null : ReplyKey.kept(addition.key()).publicJwk();
        return new MethodEntry(address, key, addition.replaces(), Origins.of(request));
    }

    @PostMapping("/{flow}/check")
    String check(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Addition kept = addition(person, flow, request);
        Addition addition = kept == null ? null : current(kept, person, request, response);
        if (addition == null || addition.stage() != Stage.PROVING) return "redirect:/account/add/" + flow;
        Submission submission = Submission.of(request);
        SubmitProof submit = proofs.submit(submission, flow, addition.secret(), request);
        return ask(addition, submission.mid(), submit, person, request, response);
    }

    @PostMapping("/{flow}/resend")
    String resend(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Addition kept = addition(person, flow, request);
        Addition addition = kept == null ? null : current(kept, person, request, response);
        if (addition == null || addition.stage() != Stage.PROVING) return "redirect:/account/add/" + flow;
        Submission submission = Submission.of(request);
        ResendCode resend = proofs.resend(submission, flow, addition.secret());
        return ask(addition, submission.mid(), resend, person, request, response);
    }

    /** The person has the recovery codes: from now on nobody sees them here. */
    @PostMapping("/{flow}/kept")
    String kept(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Addition addition = addition(person, flow, request);
        if (addition != null && addition.stage() == Stage.CODES) keep(addition.added(null), response);
        return "redirect:/account/add/" + flow;
    }

    /** Waits no longer for what was asked, and shows the page it was asked on. */
    @PostMapping("/{flow}/again")
    String again(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Addition addition = addition(person, flow, request);
        // What was asked first may yet come true: a new flow does not depend on it.
        if (addition != null && addition.stage() == Stage.ASKING && addition.pending() != null)
            return "redirect:" + addition.errand().path();
        if (addition != null) keep(current(addition, person, request, response).waitingNoLonger(), response);
        return "redirect:/account/add/" + flow;
    }

    private String ask(
            Addition addition,
            UUID mid,
            Request what,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Addition asking = addition.asked(mid, clock.instant());
        services.ask(mid, addition.flow(), what, null);
        return goOn(asking, person, request, response);
    }

    private String goOn(
            Addition asking, SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        keep(asking, response);
        return "redirect:" + current(asking, person, request, response).path();
    }

    /** Where it is by all that was answered since its page was made. */
    private Addition current(
            Addition kept, SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        Addition now = kept;
        for (Answered answer : services.replies(kept.awaited()))
            now = AdditionSteps.after(now, answer.request(), answer.reply(), services.client());
        if (now.equals(kept)) return now;
        keep(now, response);
        boolean counts = now.stage() == Stage.CODES || (now.stage() == Stage.ADDED && now.usableFrom() == null);
        if (counts && now.stage() != kept.stage()) sittings.proven(now.kind(), person, request, response);
        return now;
    }

    private String show(
            Addition addition,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("addition", addition);
        model.addAttribute("watched", addition.givenUp().newest());
        model.addAttribute("mid", UUID.randomUUID());
        if (addition.pending() != null)
            return detours.waiting(addition.pending(), addition.path(), addition.path() + "/again", model);
        String detour = detours.around(addition.trouble(), addition.errand(), person, request, response);
        if (detour != null) return detour;
        model.addAttribute("trouble", texts.of(addition.trouble()));
        Enrolment enrolment = addition.enrolment();
        if (enrolment != null) {
            model.addAttribute("qr", QrCode.image(enrolment.otpauth()));
            model.addAttribute("groups", enrolment.secret().replaceAll("(.{4})(?=.)", "$1 "));
        }
        return switch (addition.stage()) {
            case ASKING -> {
                model.addAttribute("seal", addition.key() == null ? begin(addition) : null);
                yield "account/add";
            }
            case PROVING -> {
                model.addAttribute("seal", proofs.form(addition.flow(), addition.secret()));
                yield "account/check";
            }
            case CODES -> "account/codes";
            case ADDED -> {
                model.addAttribute("from", Dates.of(addition.usableFrom()));
                yield "account/added";
            }
            case OVER -> "account/over";
        };
    }

    private static SealedForm begin(Addition addition) {
        Map<String, Object> content = new HashMap<>();
        if (addition.replaces() != null) content.put("replaces", addition.replaces());
        return SealedForm.of(MessageType.REGISTER_METHOD, addition.flow(), content, Map.of("address", "address"));
    }

    private @Nullable Addition addition(SignedInPerson person, UUID flow, HttpServletRequest request) {
        return journeys.kept("/account/add/" + flow, Addition.class, request)
                .filter(kept -> kept.accountId().equals(person.accountId()))
                .filter(kept -> kept.flow().equals(flow))
                .orElse(null);
    }

    private void keep(Addition addition, HttpServletResponse response) {
        journeys.keep(addition.path(), addition, response);
    }
}
