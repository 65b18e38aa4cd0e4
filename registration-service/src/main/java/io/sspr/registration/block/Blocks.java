package io.sspr.registration.block;

import static java.util.stream.Collectors.groupingBy;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.BlockRule;
import io.sspr.contract.policy.Counted;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account's resets are blocked; pure. A sort of step that has a rule is let through as often as the rule says,
 * and the next within the time is refused and begins the block; of wrong proofs, which nobody can refuse beforehand, the
 * last one that is allowed does. What happens during a block does not count, and after it the count starts anew.
 */
final class Blocks {
    /** Something that counts, of which kind, and when it happened. */
    record Happened(Counted counted, MethodKind kind, Instant at) {}

    /** What can be refused because of a block. */
    enum Step {
        /** A method is chosen, or another code is asked for. */
        CHALLENGE,
        /** A proof is handed in. */
        PROOF
    }

    /**
     * What becomes of a step.
     *
     * @param until it is refused, and every other one like it, until then; null if it goes on
     * @param counted what is to be kept of it
     * @param begins whether it begins the block that it is refused for
     */
    record Decision(@Nullable Instant until, @Nullable Happened counted, boolean begins) {
        static final Decision NOTHING = new Decision(null, null, false);
    }

    private Blocks() {}

    /**
     * A step is to be taken. What was sent before a block can still be used, unless wrong proofs brought it about.
     *
     * @param happened all that counts, in the order of time
     */
    static Decision take(List<BlockRule> rules, List<Happened> happened, Step step, MethodKind kind, Instant now) {
        Optional<Instant> blocked = until(rules, happened, step, kind, now);
        if (blocked.isPresent()) return new Decision(blocked.get(), null, false);
        Counted counted = countedAs(step, kind);
        return counted == null ? Decision.NOTHING : count(rules, happened, step, new Happened(counted, kind, now));
    }

    /** A proof was wrong. */
    static Decision wrong(List<BlockRule> rules, List<Happened> happened, MethodKind kind, Instant now) {
        return count(rules, happened, Step.PROOF, new Happened(Counted.WRONG_PROOFS, kind, now));
    }

    private static Decision count(List<BlockRule> rules, List<Happened> happened, Step step, Happened one) {
        if (rules.stream().noneMatch(rule -> rule.counted() == one.counted())) return Decision.NOTHING;
        List<Happened> all = Stream.concat(happened.stream(), Stream.of(one)).toList();
        return until(rules, all, step, one.kind(), one.at())
                .map(until -> new Decision(until, one, true))
                .orElseGet(() -> new Decision(null, one, false));
    }

    /** What such a step counts as; null if as nothing. Codes count when they are sent, those of an app when they are tried. */
    private static @Nullable Counted countedAs(Step step, MethodKind kind) {
        return switch (step) {
            case CHALLENGE ->
                switch (kind) {
                    case SMS -> Counted.TRIES;
                    case EMAIL -> Counted.MAILS;
                    case AUTHENTICATOR_APP, RECOVERY_CODE, ADMINISTRATOR_CODE -> null;
                };
            case PROOF -> kind == MethodKind.AUTHENTICATOR_APP ? Counted.TRIES : null;
        };
    }

    private static Optional<Instant> until(
            List<BlockRule> rules, List<Happened> happened, Step step, MethodKind kind, Instant now) {
        return rules.stream()
                .flatMap(rule -> ends(rule, happened, step, kind))
                .filter(now::isBefore)
                .max(Instant::compareTo);
    }

    private static Stream<Instant> ends(BlockRule rule, List<Happened> happened, Step step, MethodKind kind) {
        Stream<Happened> counting = happened.stream().filter(one -> one.counted() == rule.counted());
        if (rule.counted() == Counted.WRONG_PROOFS) return end(rule, counting.toList()).stream();
        if (step == Step.PROOF && countedAs(step, kind) != rule.counted()) return Stream.empty();
        // Each kind on its own: who has tried one often enough may go on with another.
        return counting
                .filter(one -> step == Step.CHALLENGE || one.kind() == kind)
                .collect(groupingBy(Happened::kind))
                .values()
                .stream()
                .flatMap(ofKind -> end(rule, ofKind).stream());
    }

    /** The end of the block that this rule brought about last, whether or not it is past. */
    private static Optional<Instant> end(BlockRule rule, List<Happened> counting) {
        int letThrough = rule.counted() == Counted.WRONG_PROOFS ? rule.most() - 1 : rule.most();
        Deque<Instant> within = new ArrayDeque<>();
        Instant end = null;
        for (Happened one : counting) {
            if (end != null && one.at().isBefore(end)) continue;
            Instant since = one.at().minusSeconds(rule.withinSeconds());
            while (!within.isEmpty() && !within.getFirst().isAfter(since)) within.removeFirst();
            within.addLast(one.at());
            if (within.size() <= letThrough) continue;
            end = one.at().plusSeconds(rule.blockSeconds());
            within.clear();
        }
        return Optional.ofNullable(end);
    }
}
