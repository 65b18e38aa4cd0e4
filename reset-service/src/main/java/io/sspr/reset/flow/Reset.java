package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.state.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The reset of a forgotten password, or the unlocking of an account; how the states follow each other is in password-reset.mermaid. */
sealed interface Reset {

    /** What was settled when it began. */
    Beginning beginning();

    /** How far it has come. */
    Progress progress();

    /** A method must be chosen. */
    record Choosing(Beginning beginning, Progress progress) implements Reset {}

    /** A method was chosen and must be proven, by this verification and no other. */
    record Proving(Beginning beginning, Progress progress, UUID verificationId, MethodKind kind) implements Reset {}

    /** Enough methods are proven: a new password may be handed in. */
    record Authorised(Beginning beginning, Progress progress) implements Reset {}

    /** Nothing can come of it any more. */
    record Ended(Beginning beginning, Progress progress, Ending ending) implements Reset {}

    /** Its id. */
    default UUID id() {
        return beginning().resetId();
    }

    /** When it ends if nothing happens: too long after the last step, or too long after the first. */
    default Instant expiresAt(ResetLimits limits) {
        Instant abandoned = progress().lastStepAt().plus(limits.inactivity());
        Instant expired = beginning().at().plus(limits.life());
        return abandoned.isBefore(expired) ? abandoned : expired;
    }

    /** How it has ended by now, whether or not that was told; empty if it lives. */
    default Optional<Ending> endingBy(Instant now, ResetLimits limits) {
        if (this instanceof Ended ended) return Optional.of(ended.ending());
        Ending voidedBy = progress().voidedBy();
        if (voidedBy != null) return Optional.of(voidedBy);
        if (!now.isBefore(beginning().at().plus(limits.life()))) return Optional.of(Ending.EXPIRED);
        return now.isBefore(expiresAt(limits)) ? Optional.empty() : Optional.of(Ending.ABANDONED);
    }

    /** Why a request with that secret cannot go on with it; empty if it can. */
    default Optional<Refusal> refusalFor(String flowSecret, Instant now, ResetLimits limits) {
        return beginning().isOpenedBy(flowSecret)
                ? endingBy(now, limits).map(Ending::toClient)
                : Optional.of(Refusal.WRONG_FLOW_SECRET);
    }

    /** How many more methods must be proven: the stricter of the policy at the request and the one in force counts. */
    default int gatesLeft(Policy policy) {
        if (progress().isArranged()) return 0;
        int needed = Math.max(beginning().gates(), policy.gates());
        return Math.max(0, needed - progress().counted(policy.kinds()));
    }

    /** The kinds that may be chosen next: all in force and not yet proven; first a strong one while there is a flood. */
    default List<MethodKind> offered(Policy policy) {
        List<MethodKind> unused = policy.kinds().stream()
                .filter(MethodKind::isRegistered)
                .filter(kind -> !progress().hasUsed(kind))
                .toList();
        List<MethodKind> strong = unused.stream().filter(MethodKind::strong).toList();
        boolean strongFirst = beginning().strongOnly() && progress().gates().isEmpty() && !strong.isEmpty();
        return strongFirst ? strong : unused;
    }

    /**
     * Whether that kind may be chosen next. An administrator's code is never on offer and anybody may choose it as the
     * first proof of a reset, so that nobody learns who was sent one.
     */
    default boolean allows(MethodKind kind, Policy policy) {
        return kind == MethodKind.ADMINISTRATOR_CODE
                ? !beginning().isUnlock() && progress().gates().isEmpty()
                : offered(policy).contains(kind);
    }
}
