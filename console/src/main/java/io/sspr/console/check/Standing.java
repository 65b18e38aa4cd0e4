package io.sspr.console.check;

import static java.util.stream.Collectors.toCollection;

import io.sspr.console.organisation.Organisation;
import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.HeldKinds;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.RegistrationNeeds;
import io.sspr.contract.policy.RegistrationNeeds.Need;
import io.sspr.contract.policy.RegistrationReason;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one person stands under a policy. What the state topics do not tell is not in it: a freeze, blocks and limits.
 *
 * @param terms what the policy comes to for the person
 * @param ineligibility why the person cannot reset alone; null if they can
 * @param counting kinds that count for a reset now
 * @param asked what the person would be asked to register at the next sign-in, by reason
 */
public record Standing(
        Terms terms,
        @Nullable Ineligibility ineligibility,
        Set<MethodKind> counting,
        Map<RegistrationReason, String> asked) {

    /** How a method takes part in the decision. */
    public enum Part {
        /** It counts. */
        USABLE,
        /** It will count when its quarantine ends. */
        TOO_NEW,
        /** It would count if its owner had proven it. */
        UNPROVEN,
        /** It is locked, or its codes are used up. */
        LOCKED
    }

    /** Under these rules. */
    public static Standing of(Organisation organisation, Account account, Policy policy) {
        Terms terms =
                Terms.of(policy, account.administrator(), account.passwordElsewhere(), organisation.groups(account));
        List<Method> methods = organisation.methods(account);
        Map<Part, Set<MethodKind>> have = new EnumMap<>(Part.class);
        for (Part part : Part.values()) have.put(part, EnumSet.noneOf(MethodKind.class));
        for (Method method : methods)
            part(method, policy).ifPresent(part -> kinds(have, part).add(method.kind()));
        Set<MethodKind> counting = only(terms.kinds(), kinds(have, Part.USABLE));
        return new Standing(
                terms,
                terms.ineligibility(
                                kinds(have, Part.USABLE),
                                kinds(have, Part.TOO_NEW),
                                kinds(have, Part.UNPROVEN),
                                kinds(have, Part.LOCKED))
                        .orElse(null),
                counting,
                asked(
                        RegistrationNeeds.of(policy, terms, false),
                        HeldKinds.of(
                                policy,
                                methods.stream()
                                        .filter(method -> !isUsedUp(method))
                                        .toList(),
                                Method::kind,
                                Method::status)));
    }

    private static boolean isUsedUp(Method method) {
        return Boolean.TRUE.equals(method.usedUp());
    }

    /** How a method takes part; empty for one that is gone. */
    public static Optional<Part> part(Method method, Policy policy) {
        if (isUsedUp(method) && method.status() != MethodStatus.REMOVED) return Optional.of(Part.LOCKED);
        return switch (method.status()) {
            case VERIFIED -> Optional.of(Part.USABLE);
            case IMPORTED -> Optional.of(policy.methodRules().importedCount() ? Part.USABLE : Part.UNPROVEN);
            case QUARANTINED -> Optional.of(Part.TOO_NEW);
            case LOCKED -> Optional.of(Part.LOCKED);
            case REMOVED -> Optional.empty();
        };
    }

    /** Whether the person can reset alone. */
    public boolean eligible() {
        return ineligibility == null;
    }

    /** Why the person cannot reset alone, and what of methods is missing where that is why. */
    public String reason() {
        if (ineligibility == null) return "can reset alone";
        boolean ofMethods = ineligibility.compareTo(Ineligibility.NOT_REGISTERED) >= 0;
        return ofMethods
                ? ineligibility + ", missing: " + missing(new Need(terms.gates(), terms.kinds()), counting)
                : ineligibility.toString();
    }

    private static Map<RegistrationReason, String> asked(RegistrationNeeds needs, HeldKinds held) {
        Map<RegistrationReason, String> asked = new EnumMap<>(RegistrationReason.class);
        for (RegistrationReason reason : needs.lacking(held))
            asked.put(
                    reason,
                    reason == RegistrationReason.RESET_NEEDS_MORE
                            ? missing(needs.reset(), held.forReset())
                            : missing(needs.signIn(), held.forSignIn()));
        return asked;
    }

    private static String missing(Need need, Set<MethodKind> held) {
        int more = need.missing(held);
        String others = need.kinds().stream()
                .filter(kind -> !held.contains(kind))
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        return more == 0 ? "nothing" : more + " more of " + (others.isEmpty() ? "no kind that counts" : others);
    }

    private static Set<MethodKind> only(List<MethodKind> wanted, Set<MethodKind> have) {
        return have.stream().filter(wanted::contains).collect(toCollection(() -> EnumSet.noneOf(MethodKind.class)));
    }

    private static Set<MethodKind> kinds(Map<Part, Set<MethodKind>> have, Part part) {
        return have.getOrDefault(part, Set.of());
    }
}
