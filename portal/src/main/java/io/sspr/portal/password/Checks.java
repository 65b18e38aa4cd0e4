package io.sspr.portal.password;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.reply.PasswordChecked;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.CheckPassword;
import io.sspr.contract.seal.Sealed;
import io.sspr.portal.log.Services;
import io.sspr.portal.session.SignedInPerson;
import io.sspr.portal.web.BadForm;
import io.sspr.portal.web.Submission;
import io.sspr.portal.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says to a page's script which rules a password would break as it is typed, for whoever resets or is signed in by what holds
 * for them; only ever sees it sealed.
 */
@RestController
class Checks {

    /** One rule, and what it means in the language of the page. */
    record Broken(PasswordRule rule, String text) {}

    /** What the script shows. */
    record Verdict(boolean ok, List<Broken> rules) {}

    private final Services services;
    private final Texts texts;

    Checks(Services services, Texts texts) {
        this.services = services;
        this.texts = texts;
    }

    /** Without a verdict, for whatever reason, the page just says nothing: the rules are applied later in any case. */
    @PostMapping("/check")
    ResponseEntity<Verdict> check(
            @RequestParam(required = false) @Nullable UUID flow,
            @AuthenticationPrincipal @Nullable SignedInPerson person,
            HttpServletRequest request) {
        Submission submission = Submission.of(request);
        Sealed seal = submission.browserSeal();
        if (seal == null) throw new BadForm();
        Optional<Reply> reply = services.ask(
                submission.mid(),
                flow,
                new CheckPassword(flow, seal),
                flow == null && person != null ? person.person() : null);
        if (reply.isEmpty() || !(reply.get() instanceof PasswordChecked checked))
            return ResponseEntity.noContent().build();
        List<Broken> broken = checked.rules().stream()
                .map(rule -> new Broken(rule, texts.of("rule." + rule.name())))
                .toList();
        return ResponseEntity.ok(new Verdict(broken.isEmpty(), broken));
    }
}
