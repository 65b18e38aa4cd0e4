package io.sspr.registration.signin;

import io.sspr.contract.Refusal;
import io.sspr.registration.method.RegisteredMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** What somebody who is signed in may do with the methods of the account, by what they proved of them. */
public enum Standing {
    /** The owner has denied what happened: it may be a thief who is signed in. */
    FROZEN,
    /** There is nothing yet. */
    FIRST,
    /** There is something, but none of it can be proven now: locked, quarantined, used up. */
    UNPROVABLE,
    /** The strongest that there is was proven, or one as strong. */
    STRONGEST,
    /** Only a weaker one was. */
    WEAKER,
    /** None was. */
    NOTHING;

    /**
     * Decides.
     *
     * @param hasOwn whether the account has any of the person's own, whatever their state
     * @param vouching those that count
     * @param proven ids of those that were proven within the sign-in
     * @param strength of a method
     */
    static Standing of(
            boolean hasOwn,
            List<RegisteredMethod> vouching,
            Set<UUID> proven,
            ToIntFunction<RegisteredMethod> strength) {
        // Or else whoever knows a password could lock what is there by guessing, and then be the first.
        if (vouching.isEmpty()) return hasOwn ? UNPROVABLE : FIRST;
        int strongest = vouching.stream().mapToInt(strength).max().orElseThrow();
        int shown = vouching.stream()
                .filter(method -> proven.contains(method.methodId()))
                .mapToInt(strength)
                .max()
                .orElse(Integer.MIN_VALUE);
        if (shown == Integer.MIN_VALUE) return NOTHING;
        return shown == strongest ? STRONGEST : WEAKER;
    }

    /** Why nothing can be registered; empty if something can. */
    public Optional<Refusal> obstacleToRegister() {
        return switch (this) {
            case FROZEN -> Optional.of(Refusal.FROZEN);
            case NOTHING -> Optional.of(Refusal.STEP_UP_NEEDED);
            case FIRST, UNPROVABLE, STRONGEST, WEAKER -> Optional.empty();
        };
    }

    /** Why nothing that is there can be changed; empty if it can. */
    public Optional<Refusal> obstacleToChange() {
        if (this == FROZEN) return Optional.of(Refusal.FROZEN);
        return vouches() ? Optional.empty() : Optional.of(Refusal.STEP_UP_NEEDED);
    }

    /** Whether a new method counts at once. */
    public boolean vouches() {
        return this == FIRST || this == STRONGEST;
    }
}
