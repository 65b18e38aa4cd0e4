package io.sspr.contract.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Kinds of which a person has something, whether or not the policy counts them; what is quarantined is registered too, so
 * that nobody is asked for more while it waits.
 *
 * @param forReset what would serve a reset
 * @param forSignIn what is the person's own, and not only on file
 */
public record HeldKinds(Set<MethodKind> forReset, Set<MethodKind> forSignIn) {

    /** Copies what it is given. */
    public HeldKinds {
        forReset = Set.copyOf(forReset);
        forSignIn = Set.copyOf(forSignIn);
    }

    /** Of somebody who has these methods, of which those count that people register. */
    public static <M> HeldKinds of(
            Policy policy, Collection<M> methods, Function<M, MethodKind> kind, Function<M, MethodStatus> status) {
        boolean importedCount = policy.methodRules().importedCount();
        Predicate<M> own = method ->
                status.apply(method) == MethodStatus.VERIFIED || status.apply(method) == MethodStatus.QUARANTINED;
        Predicate<M> onFile = method -> importedCount && status.apply(method) == MethodStatus.IMPORTED;
        return new HeldKinds(kinds(methods, own.or(onFile), kind), kinds(methods, own, kind));
    }

    private static <M> Set<MethodKind> kinds(Collection<M> methods, Predicate<M> counts, Function<M, MethodKind> kind) {
        return methods.stream()
                .filter(counts)
                .map(kind)
                .filter(MethodKind::isRegistered)
                .collect(toUnmodifiableSet());
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return forReset.isEmpty() && forSignIn.isEmpty();
    }
}
