package io.sspr.registration.method;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.state.MethodStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All methods of one account that are not removed, oldest first, and what may be done with them. */
public record AccountMethods(List<RegisteredMethod> methods) {

    private static final int MOST_OF_A_KIND = 5;

    /** Keeps a copy. */
    public AccountMethods {
        methods = List.copyOf(methods);
    }

    /** The one that is asked for when a kind is chosen: the oldest that counts. */
    public Optional<RegisteredMethod> usable(MethodKind kind) {
        return methods.stream()
                .filter(method -> method.kind() == kind && method.isUsable())
                .findFirst();
    }

    /** The one of that id, if it counts. */
    public Optional<RegisteredMethod> usable(UUID methodId) {
        return methods.stream()
                .filter(method -> method.methodId().equals(methodId) && method.isUsable())
                .findFirst();
    }

    /** Why one more cannot be registered; empty if it can. */
    public Optional<Refusal> obstacleTo(MethodKind kind, @Nullable String addressFingerprint) {
        List<RegisteredMethod> ofKind = methods.stream()
                .filter(method -> method.kind() == kind && method.isUsable())
                .toList();
        boolean taken = addressFingerprint != null
                && ofKind.stream().anyMatch(method -> addressFingerprint.equals(method.addressFingerprint()));
        if (taken) return Optional.of(Refusal.ADDRESS_TAKEN);
        return ofKind.size() >= MOST_OF_A_KIND ? Optional.of(Refusal.TOO_MANY_METHODS) : Optional.empty();
    }

    /** Locked ones that a new one takes the place of: of the same address, or any locked app. */
    public List<RegisteredMethod> replacedBy(RegisteredMethod added) {
        return methods.stream()
                .filter(method -> method.status() == MethodStatus.LOCKED
                        && method.kind() == added.kind()
                        && Objects.equals(method.addressFingerprint(), added.addressFingerprint()))
                .toList();
    }
}
