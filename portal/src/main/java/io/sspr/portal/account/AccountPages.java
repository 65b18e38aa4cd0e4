package io.sspr.portal.account;

import io.sspr.contract.MethodKind;
import io.sspr.portal.session.SignedInPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows somebody the ways in which they prove who they are, and what can be done with each. */
@Controller
@RequestMapping("/account")
class AccountPages {

    private final OwnMethods methods;
    private final Sittings sittings;
    private final Detours detours;

    AccountPages(OwnMethods methods, Sittings sittings, Detours detours) {
        this.methods = methods;
        this.sittings = sittings;
        this.detours = detours;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Sitting sitting = sittings.of(person, request);
        if (sitting.errand() != null && sitting.due()) {
            sittings.keep(sitting.leaving(null), request, response);
            return "redirect:" + sitting.errand().path();
        }
        Look look = methods.look(person, request, response);
        if (!(look instanceof Look.Seen seen))
            return detours.instead(look, Errand.LOOK, person, request, response, model);
        model.addAttribute("lines", MethodLine.of(seen));
        model.addAttribute("isStuck", Strength.isStuck(seen.methods()));
        model.addAttribute("kindsLeft", MethodLine.kindsWithout(seen.methods(), new UUID(0, 0)));
        model.addAttribute("mid", UUID.randomUUID());
        model.addAttribute("person", person);
        return "account/methods";
    }

    /** Waits no longer for the list, and asks for it anew. */
    @PostMapping("/again")
    String again(
            @AuthenticationPrincipal SignedInPerson person,
            @RequestParam Errand.What what,
            @RequestParam(required = false) @Nullable MethodKind kind,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        methods.forget(person, request, response);
        return "redirect:" + new Errand(what, kind, id, "welcome".equals(then)).path();
    }
}
