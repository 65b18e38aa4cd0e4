package io.sspr.console.why;

import io.sspr.console.check.Standing;
import io.sspr.console.check.Standing.Part;
import io.sspr.console.organisation.Nesting;
import io.sspr.console.organisation.Organisation;
import io.sspr.contract.MethodKind;
import io.sspr.contract.advice.Advice;
import io.sspr.contract.policy.AdministratorRules;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.ScopeRules;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rules come to for one person: each rule, and which of them decides. */
public final class Explanation {

    private final Organisation organisation;
    private final Account account;
    private final Policy policy;
    private final Standing standing;
    private final List<String> lines = new ArrayList<>();

    private Explanation(Organisation organisation, Account account, Policy policy) {
        this.organisation = organisation;
        this.account = account;
        this.policy = policy;
        this.standing = Standing.of(organisation, account, policy);
    }

    /** Line by line; the sentences at the end in that language. */
    public static List<String> of(Organisation organisation, Account account, Policy policy, Advice advice) {
        Explanation explanation = new Explanation(organisation, account, policy);
        explanation.rules();
        explanation.methods();
        explanation.verdict(advice);
        return List.copyOf(explanation.lines);
    }

    private void rules() {
        line("account", account.login() + ", " + account.organisationId() + ", " + account.accountId());
        line("rules", "version " + policy.version());
        ScopeRules scope = policy.scope();
        line(
                "scope",
                switch (scope.scope()) {
                    case NONE -> "NONE: switched off for everybody";
                    case ALL -> "ALL: switched on for everybody";
                    case SELECTED -> "SELECTED: " + membership(scope.include());
                },
                Ineligibility.RESET_DISABLED,
                Ineligibility.NOT_IN_SCOPE);
        line("excluded", membership(scope.exclude()), Ineligibility.EXCLUDED);
        AdministratorRules rules = policy.administrators();
        line(
                "administrator",
                !account.administrator()
                        ? "no"
                        : rules.allowed() ? "yes, and may reset alone" : "yes, and none of them may reset alone",
                Ineligibility.ADMINISTRATORS_EXCLUDED);
        line(
                "password",
                Boolean.TRUE.equals(account.passwordElsewhere()) ? "kept by another system" : "kept here",
                Ineligibility.PASSWORD_ELSEWHERE);
        line(
                "gates",
                standing.terms().gates()
                        + (account.administrator()
                                ? ": the stricter of " + policy.gates() + " for everybody and " + rules.gates()
                                        + " for administrators"
                                : ""));
        line(
                "kinds",
                names(standing.terms().kinds())
                        + (policy.stopped().kinds().isEmpty()
                                ? ""
                                : "; stopped: " + names(policy.stopped().kinds())));
    }

    /** By which groups, and by which way through others. */
    private String membership(List<String> groups) {
        List<String> ways = groups.stream()
                .map(group -> Nesting.path(account.groups(), organisation.memberOf(), group))
                .flatMap(Optional::stream)
                .map(path -> String.join(" → ", path))
                .toList();
        if (groups.isEmpty()) return "no groups are named";
        return ways.isEmpty() ? "in none of the " + groups.size() + " groups" : "in " + String.join("; and in ", ways);
    }

    private void methods() {
        List<Method> methods = organisation.methods(account).stream()
                .sorted(Comparator.comparing(Method::kind).thenComparing(Method::status))
                .toList();
        Ineligibility[] aboutMethods = EnumSet.range(Ineligibility.NOT_REGISTERED, Ineligibility.TOO_FEW_METHODS)
                .toArray(Ineligibility[]::new);
        line(
                "methods",
                methods.isEmpty()
                        ? "none"
                        : standing.counting().size() + " of " + standing.terms().gates() + " different kinds count",
                aboutMethods);
        Set<MethodKind> counted = EnumSet.noneOf(MethodKind.class);
        for (Method method : methods) line("", method.kind() + " " + method.status() + ": " + counts(method, counted));
    }

    private String counts(Method method, Set<MethodKind> counted) {
        Part part = Standing.part(method, policy).orElseThrow();
        String not = switch (part) {
            case USABLE -> notOfTheKinds(method.kind());
            case TOO_NEW -> "too new, in quarantine";
            case UNPROVEN -> "nobody has proven it";
            case LOCKED ->
                (method.status() == MethodStatus.LOCKED ? "locked" : "used up") + ", must be registered anew";
        };
        if (not != null) return "does not count: " + not;
        return counted.add(method.kind()) ? "counts" : "counts only once with another of its kind";
    }

    private @Nullable String notOfTheKinds(MethodKind kind) {
        if (standing.terms().kinds().contains(kind)) return null;
        if (policy.stopped().kinds().contains(kind)) return "the kind is stopped for now";
        return policy.kinds().contains(kind)
                ? "the kind does not count for administrators"
                : "the kind is not among the kinds of the policy";
    }

    private void verdict(Advice advice) {
        Ineligibility reason = standing.ineligibility();
        if (reason == null) {
            line("verdict", "can reset alone");
        } else {
            line(
                    "verdict",
                    "cannot reset alone: " + reason
                            + reason.entraCode()
                                    .map(code -> " (Entra " + code + ")")
                                    .orElse(""));
            line("to the person", advice.person(reason));
            line("to administrators", advice.administrator(reason));
        }
        standing.asked().forEach((why, what) -> line("next sign-in", "asked to register: " + why + ", " + what));
        line("not seen here", "whether the owner has disputed a reset (FROZEN), blocks and limits");
    }

    private void line(String rule, String text, Ineligibility... decides) {
        Ineligibility reason = standing.ineligibility();
        boolean decisive = reason != null && List.of(decides).contains(reason);
        lines.add("%-19s%s%s".formatted(rule, text, decisive ? "   <- decides" : ""));
    }

    private static String names(Collection<MethodKind> kinds) {
        return kinds.isEmpty() ? "none" : kinds.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
