package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.StoppedKinds;
import io.sspr.contract.policy.Terms;
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
    default Optional<Ending> endingBy(Instant now, Policy policy) {
        ResetLimits limits = ResetLimits.of(policy);
        if (this instanceof Ended ended) return Optional.of(ended.ending());
        Ending voidedBy = progress().voidedBy();
        if (voidedBy != null) return Optional.of(voidedBy);
        if (isCancelledBy(policy.stopped())) return Optional.of(Ending.KIND_STOPPED);
        if (!now.isBefore(beginning().at().plus(limits.life()))) return Optional.of(Ending.EXPIRED);
        return now.isBefore(expiresAt(limits)) ? Optional.empty() : Optional.of(Ending.ABANDONED);
    }

    private boolean isCancelledBy(StoppedKinds stopped) {
        if (!stopped.cancelsResets()) return false;
        boolean proving = this instanceof Proving now && stopped.kinds().contains(now.kind());
        return proving || stopped.kinds().stream().anyMatch(progress()::hasUsed);
    }

    /** Why a request with that secret cannot go on with it; empty if it can. */
    default Optional<Refusal> refusalFor(String flowSecret, Instant now, Policy policy) {
        return beginning().isOpenedBy(flowSecret)
                ? endingBy(now, policy).map(Ending::toClient)
                : Optional.of(Refusal.WRONG_FLOW_SECRET);
    }

    /** What counts for it: the stricter of the policy at the request and the one in force. */
    default Terms counting(Footing footing) {
        return beginning().terms().stricter(footing.terms());
    }

    /** Whether a proven method counts, by the stricter of the two; an administrator's code is none that does. */
    default boolean counts(Gate gate, Footing footing) {
        boolean importedCount =
                beginning().importedCount() && footing.policy().methodRules().importedCount();
        return gate.kind().isRegistered()
                && counting(footing).kinds().contains(gate.kind())
                && (importedCount || !gate.imported());
    }

    /** How many methods are proven that count. */
    default int counted(Footing footing) {
        return (int) progress().gates().stream()
                .filter(gate -> counts(gate, footing))
                .count();
    }

    /** How many more methods must be proven. */
    default int gatesLeft(Footing footing) {
        if (progress().isArranged()) return 0;
        return Math.max(0, counting(footing).gates() - counted(footing));
    }

    /**
     * The kinds that may be chosen next: all that count and are not yet proven; first a strong one while there is a
     * flood. Before anything is proven it does not matter who the person is: what counts for them would tell.
     */
    default List<MethodKind> offered(Footing footing) {
        Terms terms = progress().gates().isEmpty() ? Terms.ofAnybody(footing.policy()) : counting(footing);
        List<MethodKind> unused = beginning().shown().stream()
                .filter(terms.kinds()::contains)
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
    default boolean allows(MethodKind kind, Footing footing) {
        return kind == MethodKind.ADMINISTRATOR_CODE
                ? !beginning().isUnlock() && progress().gates().isEmpty()
                : offered(footing).contains(kind);
    }
}
