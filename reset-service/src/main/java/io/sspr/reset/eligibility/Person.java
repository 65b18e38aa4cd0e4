package io.sspr.reset.eligibility;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What decides whether somebody can reset alone; pure.
 *
 * @param known whether there is such an account; if not, what holds for anybody holds
 * @param administrator whether it is an administrator's
 * @param passwordElsewhere whether another system keeps the password
 * @param groups all that the person is in, by name and through others
 * @param methods all that the person has
 * @param frozen whether the owner has denied what happened
 * @param granted whether an administrator has had a code sent to the owner, and that still holds
 */
public record Person(
        boolean known,
        boolean administrator,
        boolean passwordElsewhere,
        Set<String> groups,
        List<HeldMethod> methods,
        boolean frozen,
        boolean granted) {

    /** Who is behind a login that nobody has. */
    static final Person NOBODY = new Person(false, false, false, Set.of(), List.of(), false, false);

    /** What a reset takes, leaving aside what the person has. */
    public Terms terms(Policy policy) {
        return known ? Terms.of(policy, administrator, passwordElsewhere, groups) : Terms.ofAnybody(policy);
    }

    /**
     * Why a reset would come to nothing; empty if it need not. Whoever is granted one by an administrator can have one
     * whatever else holds: with that code only, so long as something else does hold.
     */
    public Optional<Ineligibility> ineligibility(Policy policy) {
        Terms terms = terms(policy);
        if (!known) return Optional.ofNullable(terms.outside());
        if (granted) return Optional.empty();
        if (terms.outside() == null && frozen) return Optional.of(Ineligibility.FROZEN);
        boolean importedCount = policy.methodRules().importedCount();
        List<MethodKind> imported = kinds(MethodStatus.IMPORTED);
        return terms.ineligibility(
                usable(policy), kinds(MethodStatus.QUARANTINED), importedCount ? List.of() : imported, withoutUse());
    }

    /**
     * What is told before anything is proven. In disclosure STRICT it is what anybody is told, so that an administrator
     * or somebody out of scope is like everybody; what it really takes shows after the first proof.
     */
    public Terms shown(Policy policy) {
        if (!known || policy.disclosure() == Disclosure.STRICT) return Terms.ofAnybody(policy);
        Terms terms = terms(policy);
        List<MethodKind> usable = usable(policy);
        return new Terms(
                terms.outside(),
                terms.gates(),
                terms.kinds().stream().filter(usable::contains).toList());
    }

    /**
     * Whether the password is never all that it takes to sign in: then a shorter one will do (NIST SP 800-63B-4 3.1.1.2,
     * PWD-01). The policy must ask everybody for a second factor, and the person must have proven one that is not stopped.
     */
    public boolean hasSecondFactor(Policy policy) {
        return policy.signIn().methods() > 0
                && kinds(MethodStatus.VERIFIED).stream()
                        .filter(policy.signIn().kinds()::contains)
                        .anyMatch(kind -> !policy.stopped().kinds().contains(kind));
    }

    private List<MethodKind> usable(Policy policy) {
        List<MethodKind> verified = kinds(MethodStatus.VERIFIED);
        return policy.methodRules().importedCount()
                ? Stream.concat(verified.stream(), kinds(MethodStatus.IMPORTED).stream())
                        .toList()
                : verified;
    }

    private List<MethodKind> withoutUse() {
        return methods.stream()
                .filter(method -> method.status() == MethodStatus.LOCKED || method.usedUp())
                .map(HeldMethod::kind)
                .toList();
    }

    private List<MethodKind> kinds(MethodStatus status) {
        return methods.stream()
                .filter(method -> method.status() == status && !method.usedUp())
                .map(HeldMethod::kind)
                .toList();
    }
}
