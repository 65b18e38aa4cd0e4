package io.sspr.contract.policy;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.Policy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a policy comes to for one person; the only place where that is decided.
 *
 * @param outside why the person cannot reset or unlock alone, whatever they have registered; null if they can
 * @param gates how many different methods it takes
 * @param kinds kinds that count, in the order of the policy
 */
public record Terms(@Nullable Ineligibility outside, int gates, List<MethodKind> kinds) {

    /**
     * The terms of a person.
     *
     * @param passwordElsewhere whether another system keeps the password; null is no
     * @param groups all that the person is in, by name and through others
     */
    public static Terms of(
            Policy policy, boolean administrator, @Nullable Boolean passwordElsewhere, Set<String> groups) {
        AdministratorRules rules = policy.administrators();
        int gates = administrator ? Math.max(policy.gates(), rules.gates()) : policy.gates();
        List<MethodKind> kinds = policy.stopped().left(policy.kinds()).stream()
                .filter(kind -> !administrator || rules.kinds().contains(kind))
                .toList();
        Ineligibility outside = outside(policy, administrator, groups);
        if (outside == null && Boolean.TRUE.equals(passwordElsewhere)) outside = Ineligibility.PASSWORD_ELSEWHERE;
        return new Terms(outside, gates, kinds);
    }

    /** The terms of somebody of whom nothing is known: as offered to everybody. */
    public static Terms ofAnybody(Policy policy) {
        return of(policy, false, false, Set.copyOf(policy.scope().include()));
    }

    private static @Nullable Ineligibility outside(Policy policy, boolean administrator, Set<String> groups) {
        ScopeRules scope = policy.scope();
        if (scope.scope() == Scope.NONE) return Ineligibility.RESET_DISABLED;
        if (scope.exclude().stream().anyMatch(groups::contains)) return Ineligibility.EXCLUDED;
        if (scope.scope() == Scope.SELECTED && scope.include().stream().noneMatch(groups::contains))
            return Ineligibility.NOT_IN_SCOPE;
        return administrator && !policy.administrators().allowed() ? Ineligibility.ADMINISTRATORS_EXCLUDED : null;
    }

    /** The stricter of two: more gates, fewer kinds, and outside by either. */
    public Terms stricter(Terms other) {
        return new Terms(
                outside == null ? other.outside : outside,
                Math.max(gates, other.gates),
                kinds.stream().filter(other.kinds::contains).toList());
    }

    /**
     * Why a person who has these methods cannot reset alone; empty if they can.
     *
     * @param usable kinds of those that count now
     * @param tooNew kinds of those that are quarantined
     * @param unproven kinds of those on file that do not count because nobody has proven them
     * @param others kinds of those that are locked or used up
     */
    public Optional<Ineligibility> ineligibility(
            Collection<MethodKind> usable,
            Collection<MethodKind> tooNew,
            Collection<MethodKind> unproven,
            Collection<MethodKind> others) {
        if (outside != null) return Optional.of(outside);
        if (counted(usable.stream()) >= gates) return Optional.empty();
        if (usable.isEmpty() && tooNew.isEmpty() && unproven.isEmpty() && others.isEmpty())
            return Optional.of(Ineligibility.NOT_REGISTERED);
        if (counted(Stream.concat(usable.stream(), tooNew.stream())) >= gates)
            return Optional.of(Ineligibility.TOO_NEW);
        if (counted(Stream.of(usable, tooNew, unproven).flatMap(Collection::stream)) >= gates)
            return Optional.of(Ineligibility.NOT_PROVEN);
        return Optional.of(
                counted(Stream.of(usable, tooNew, unproven).flatMap(Collection::stream)) == 0
                        ? Ineligibility.NOTHING_USABLE
                        : Ineligibility.TOO_FEW_METHODS);
    }

    /** Two methods of one kind are not different. */
    private long counted(Stream<MethodKind> have) {
        return have.distinct().filter(kinds::contains).count();
    }
}
