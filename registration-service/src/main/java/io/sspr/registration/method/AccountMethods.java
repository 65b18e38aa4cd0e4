package io.sspr.registration.method;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.state.MethodStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All methods of one account that are not removed: the person's own, oldest first, then those that provisioning told of,
 * in the order of its list.
 */
public record AccountMethods(List<RegisteredMethod> methods) {

    /** Own ones before imported ones, and of the own ones the chosen one first; else the order that they are in. */
    private static final Comparator<RegisteredMethod> FIRST_ASKED =
            Comparator.comparing(RegisteredMethod::isImported).thenComparing(method -> !method.preferred());

    /** Keeps a copy. */
    public AccountMethods {
        methods = List.copyOf(methods);
    }

    /** The one that is asked for when a kind is chosen. */
    public Optional<RegisteredMethod> serving(MethodKind kind, Purpose purpose, Serving serving) {
        return allServing(purpose, serving)
                .filter(method -> method.kind() == kind)
                .min(FIRST_ASKED);
    }

    /** The one of that id, if it serves that. */
    public Optional<RegisteredMethod> serving(UUID methodId, Purpose purpose, Serving serving) {
        return allServing(purpose, serving)
                .filter(method -> method.methodId().equals(methodId))
                .findFirst();
    }

    /** All that serve that. */
    public Stream<RegisteredMethod> allServing(Purpose purpose, Serving serving) {
        return methods.stream().filter(method -> serving.allows(method, purpose));
    }

    /** One of the person's own, whatever its state. */
    public Optional<RegisteredMethod> own(UUID methodId) {
        return methods.stream()
                .filter(method -> method.methodId().equals(methodId) && !method.isImported())
                .filter(method -> method.kind().isRegistered())
                .findFirst();
    }

    /** Whether there is any of the person's own, whatever its state. */
    public boolean hasOwn() {
        return methods.stream()
                .anyMatch(method -> !method.isImported() && method.kind().isRegistered());
    }

    /** Why one more, of which there may be so many, cannot be registered; empty if it can. */
    public Optional<Refusal> obstacleTo(
            MethodKind kind, @Nullable String addressFingerprint, int most, @Nullable UUID replaces) {
        if (replaces != null && own(replaces).filter(old -> old.kind() == kind).isEmpty())
            return Optional.of(Refusal.UNKNOWN_METHOD);
        List<RegisteredMethod> others = methods.stream()
                .filter(method -> method.kind() == kind && isTaken(method))
                .filter(method -> !method.methodId().equals(replaces))
                .toList();
        boolean taken = addressFingerprint != null
                && others.stream().anyMatch(method -> addressFingerprint.equals(method.addressFingerprint()));
        if (taken) return Optional.of(Refusal.ADDRESS_TAKEN);
        return most > 1 && others.size() >= most ? Optional.of(Refusal.TOO_MANY_METHODS) : Optional.empty();
    }

    /**
     * Those that a new one takes the place of: the named one, locked and imported ones of the same address, any locked
     * app, and all where there is only one of a kind.
     */
    public List<RegisteredMethod> replacedBy(RegisteredMethod added, int most, @Nullable UUID replaces) {
        return methods.stream()
                .filter(method -> method.kind() == added.kind())
                .filter(method -> most == 1 || method.methodId().equals(replaces) || isSupersededBy(added, method))
                .toList();
    }

    private static boolean isSupersededBy(RegisteredMethod added, RegisteredMethod method) {
        return !isTaken(method) && Objects.equals(method.addressFingerprint(), added.addressFingerprint());
    }

    private static boolean isTaken(RegisteredMethod method) {
        return method.status() == MethodStatus.VERIFIED || method.status() == MethodStatus.QUARANTINED;
    }
}
