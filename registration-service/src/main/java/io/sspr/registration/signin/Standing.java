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
    /** There is nothing yet that could be proven. */
    FIRST,
    /** The strongest that there is was proven, or one as strong. */
    STRONGEST,
    /** Only a weaker one was. */
    WEAKER,
    /** None was. */
    NOTHING;

    /**
     * Decides.
     *
     * @param vouching the methods of the account that count
     * @param proven ids of those that were proven within the sign-in
     * @param strength of a method
     */
    static Standing of(List<RegisteredMethod> vouching, Set<UUID> proven, ToIntFunction<RegisteredMethod> strength) {
        if (vouching.isEmpty()) return FIRST;
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
        return this == NOTHING ? Optional.of(Refusal.STEP_UP_NEEDED) : Optional.empty();
    }

    /** Why nothing that is there can be changed; empty if it can. */
    public Optional<Refusal> obstacleToChange() {
        return this == NOTHING || this == WEAKER ? Optional.of(Refusal.STEP_UP_NEEDED) : Optional.empty();
    }

    /** Whether a new method counts at once. */
    public boolean vouches() {
        return this == FIRST || this == STRONGEST;
    }
}
