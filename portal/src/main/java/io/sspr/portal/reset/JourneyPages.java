package io.sspr.portal.reset;

import io.sspr.client.Flow;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.CancelReset;
import io.sspr.contract.request.ChooseMethod;
import io.sspr.contract.request.CollectRecoveryCode;
import io.sspr.contract.request.ContactAdministrator;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.request.RequestUnlock;
import io.sspr.contract.request.SubmitNewPassword;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.FlowReplyKey;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.secret.NewPasswordEntry;
import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.log.Services;
import io.sspr.portal.web.BadForm;
import io.sspr.portal.web.Origins;
import io.sspr.portal.web.Proofs;
import io.sspr.portal.web.SealedForm;
import io.sspr.portal.web.Submission;
import io.sspr.portal.web.Texts;
import io.sspr.portal.web.Trouble;
import io.sspr.portal.web.Waiting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Takes somebody who cannot sign in from "who are you" to a new password or an unlocked account. */
@Controller
@RequestMapping("/{purpose:reset|unlock}")
class JourneyPages {

    /** Longer than any reset lives. */
    private static final Duration COOKIE_LIFE = Duration.ofMinutes(60);

    private static final int LONGEST_LOGIN = 256;
    private static final int LONGEST_PASSWORD = 1024;

    private final Services services;
    private final Proofs proofs;
    private final SealedCookies cookies;
    private final Texts texts;
    private final Clock clock;

    JourneyPages(Services services, Proofs proofs, SealedCookies cookies, Texts texts, Clock clock) {
        this.services = services;
        this.proofs = proofs;
        this.cookies = cookies;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String who(@PathVariable String purpose, Model model) {
        model.addAttribute("purpose", Purpose.at(purpose));
        model.addAttribute("mid", UUID.randomUUID());
        return "reset/who";
    }

    @PostMapping
    String begin(@PathVariable String purpose, HttpServletRequest request, HttpServletResponse response) {
        Purpose wanted = Purpose.at(purpose);
        UUID id = Submission.of(request).mid();
        String login = Submission.typed(request, "login", LONGEST_LOGIN).strip();
        if (login.isEmpty()) return "redirect:" + wanted.path();
        // The same form sent twice begins one flow, whichever instances it reaches.
        Flow flow = new Flow(id, cookies.flowSecret(id));
        LoginEntry entry = new LoginEntry(login, Origins.of(request));
        Sealed sealed = services.seal(wanted.request(), id, flow.id(), entry);
        Request begin = wanted == Purpose.RESET
                ? new RequestReset(flow.id(), flow.secret().hash(), sealed)
                : new RequestUnlock(flow.id(), flow.secret().hash(), sealed);
        Journey journey = Journey.begun(wanted, flow.id(), flow.secret().text(), login);
        return ask(journey, id, begin, response);
    }

    @GetMapping("/{flow}")
    String page(
            @PathVariable String purpose,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("purpose", Purpose.at(purpose));
        Optional<Journey> kept = journey(Purpose.at(purpose), flow, request);
        if (kept.isEmpty()) return "reset/gone";
        return show(current(kept.get(), response), response, model);
    }

    @PostMapping("/{flow}/{step:choose|resend|prove|password|cancel|contact}")
    String step(
            @PathVariable String purpose,
            @PathVariable UUID flow,
            @PathVariable String step,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Journey> kept = journey(Purpose.at(purpose), flow, request);
        if (kept.isEmpty()) return "redirect:/" + purpose + "/" + flow;
        Journey journey = current(kept.get(), response);
        if (journey.stage().isLast() || isPassed(step, kept.get(), journey)) return "redirect:" + journey.path();
        String again = request.getParameter("newPasswordAgain");
        if (again != null && !again.equals(request.getParameter("newPassword"))) {
            keep(journey.waitingNoLonger().settled(Trouble.of(Trouble.Cause.DIFFERENT)), response);
            return "redirect:" + journey.path();
        }
        Submission submission = Submission.of(request);
        Request ask = request(step, journey, submission, request);
        return ask("choose".equals(step) ? journey.choosing() : journey, submission.mid(), ask, response);
    }

    /** Whether the form is of a page that the flow has left meanwhile, by an answer that came late. */
    private static boolean isPassed(String step, Journey before, Journey now) {
        if (now.passed() == before.passed() && now.stage() == before.stage()) return false;
        return switch (step) {
            case "cancel", "contact" -> false;
            case "choose" -> now.passed() != before.passed() || now.stage() == Stage.PASSWORD;
            default -> true;
        };
    }

    /** Asks, and goes on as far as it is answered. */
    private String ask(Journey journey, UUID id, Request what, HttpServletResponse response) {
        Journey asking = journey.asked(id, clock.instant());
        services.ask(id, journey.flow(), what, null);
        Journey next = Steps.after(asking, services.replies(asking.awaited()));
        keep(next, response);
        return "redirect:" + next.path();
    }

    private Request request(String step, Journey journey, Submission submission, HttpServletRequest request) {
        UUID flow = journey.flow();
        return switch (step) {
            case "choose" -> new ChooseMethod(flow, kind(request), key(MessageType.CHOOSE_METHOD, journey, submission));
            case "prove" -> proofs.submit(submission, flow, journey.secret(), request);
            case "resend" -> proofs.resend(submission, flow, journey.secret());
            case "password" -> newPassword(journey, submission, request);
            case "cancel" -> new CancelReset(flow, key(MessageType.CANCEL_RESET, journey, submission));
            case "contact" ->
                new ContactAdministrator(flow, key(MessageType.CONTACT_ADMINISTRATOR, journey, submission));
            default -> throw new BadForm();
        };
    }

    private static MethodKind kind(HttpServletRequest request) {
        String name = request.getParameter("kind");
        return Arrays.stream(MethodKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(BadForm::new);
    }

    /** The seal of a step for which nothing is typed. */
    private Sealed key(MessageType type, Journey journey, Submission submission) {
        return services.seal(type, submission.mid(), journey.flow(), new FlowKey(journey.secret()));
    }

    private SubmitNewPassword newPassword(Journey journey, Submission submission, HttpServletRequest request) {
        MessageType type = MessageType.SUBMIT_NEW_PASSWORD;
        UUID flow = journey.flow();
        Sealed sealed = submission.seal(
                services,
                type,
                flow,
                () -> new NewPasswordEntry(
                        journey.secret(),
                        Submission.typed(request, "newPassword", LONGEST_PASSWORD),
                        Origins.of(request)));
        return new SubmitNewPassword(flow, sealed, submission.seenFrom(services, type, flow, request));
    }

    /** Back to the choice; the services need not know. */
    @PostMapping("/{flow}/other")
    String other(
            @PathVariable String purpose,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        journey(Purpose.at(purpose), flow, request)
                .map(kept -> current(kept, response))
                .filter(journey -> journey.stage() == Stage.PROVING)
                .ifPresent(journey -> keep(journey.waitingNoLonger().at(Stage.CHOOSING, null), response));
        return "redirect:/" + purpose + "/" + flow;
    }

    /** Waits no longer for what was asked, and shows the page it was asked on. */
    @PostMapping("/{flow}/again")
    String again(
            @PathVariable String purpose,
            @PathVariable UUID flow,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Journey> kept = journey(Purpose.at(purpose), flow, request);
        if (kept.isPresent() && kept.get().stage() == Stage.BEGUN) return "redirect:/" + purpose;
        kept.map(journey -> current(journey, response)).ifPresent(journey -> keep(journey.waitingNoLonger(), response));
        return "redirect:/" + purpose + "/" + flow;
    }

    /** Shows the recovery code that takes the place of the used one, once: it stands on this page and nowhere else. */
    @PostMapping("/{flow}/code")
    String code(@PathVariable String purpose, @PathVariable UUID flow, HttpServletRequest request, Model model) {
        model.addAttribute("purpose", Purpose.at(purpose));
        Optional<Journey> kept = journey(Purpose.at(purpose), flow, request);
        if (kept.isEmpty()) return "reset/gone";
        Journey journey = kept.get();
        if (journey.replyKey() == null) return "redirect:" + journey.path();
        UUID id = Submission.of(request).mid();
        ReplyKey key = ReplyKey.kept(journey.replyKey());
        Sealed sealed = services.seal(
                MessageType.COLLECT_RECOVERY_CODE,
                id,
                flow,
                new FlowReplyKey(journey.secret(), key.publicJwk(), Origins.of(request)));
        Optional<Reply> reply = services.ask(id, flow, new CollectRecoveryCode(flow, sealed), null);
        model.addAttribute("journey", journey);
        if (reply.isPresent() && reply.get() instanceof RecoveryCodesReady ready)
            model.addAttribute("codes", key.open(ready, services.client(), id).codes());
        return "reset/code";
    }

    /** Where the journey is by all that was answered since its page was made. */
    private Journey current(Journey kept, HttpServletResponse response) {
        Journey now = Steps.after(kept, services.replies(kept.awaited()));
        if (!now.equals(kept)) keep(now, response);
        return now;
    }

    private String show(Journey kept, HttpServletResponse response, Model model) {
        Journey journey = kept;
        if (journey.stage().isLast() && journey.recoveryUsed() && journey.replyKey() == null) {
            // Made with the page: however often its button is pressed, the code can be read.
            journey = journey.collecting(ReplyKey.generate().privateJwk());
            keep(journey, response);
        }
        model.addAttribute("journey", journey);
        model.addAttribute("trouble", texts.of(journey.trouble()));
        model.addAttribute("mid", UUID.randomUUID());
        if (journey.expiresAt() != null && !journey.stage().isLast())
            model.addAttribute("expires", journey.expiresAt().toEpochMilli());
        if (journey.pending() != null) {
            model.addAttribute("waiting", Waiting.of(journey.pending(), clock.instant()));
            return "reset/waiting";
        }
        model.addAttribute("watched", journey.givenUp().newest());
        if (journey.stage() == Stage.PROVING) model.addAttribute("seal", proofs.form(journey.flow(), journey.secret()));
        if (journey.stage() == Stage.PASSWORD) {
            Map<String, Object> secret = Map.of("flowSecret", journey.secret());
            model.addAttribute(
                    "seal",
                    SealedForm.of(
                            MessageType.SUBMIT_NEW_PASSWORD,
                            journey.flow(),
                            secret,
                            Map.of("newPassword", "newPassword")));
            model.addAttribute(
                    "check",
                    SealedForm.repeated(
                            MessageType.CHECK_PASSWORD, journey.flow(), secret, Map.of("password", "newPassword")));
        }
        return switch (journey.stage()) {
            case CHOOSING -> "reset/choose";
            case PROVING -> "reset/prove";
            case PASSWORD -> "reset/password";
            case SET, UNLOCKED, CANCELLED -> "reset/done";
            case BEGUN, OVER -> "reset/over";
        };
    }

    private Optional<Journey> journey(Purpose purpose, UUID flow, HttpServletRequest request) {
        return cookies.kept(request, CookieName.JOURNEY, purpose.path() + "/" + flow, Journey.class)
                .filter(journey -> journey.flow().equals(flow));
    }

    private void keep(Journey journey, HttpServletResponse response) {
        cookies.keep(response, CookieName.JOURNEY, journey.path(), journey, COOKIE_LIFE);
    }
}
