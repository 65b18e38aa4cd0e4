package io.sspr.registration.block;

import io.sspr.contract.policy.BlockRule;
import io.sspr.contract.policy.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether an account's resets are blocked; what happened during a block does not count, for nothing does happen. */
final class Blocks {
    /** Something that counts, and when it happened. */
    record Happened(Counted counted, Instant at) {}

    private Blocks() {}

    /**
     * Until when they are; empty if they are not.
     *
     * @param happened all that counts, in the order of time
     */
    static Optional<Instant> until(List<BlockRule> rules, List<Happened> happened, Instant now) {
        return rules.stream()
                .flatMap(rule -> until(rule, happened).stream())
                .filter(now::isBefore)
                .max(Instant::compareTo);
    }

    /** The end of the block that this rule brought about last; only the last ones can have. */
    private static Optional<Instant> until(BlockRule rule, List<Happened> happened) {
        List<Instant> times = happened.stream()
                .filter(one -> one.counted() == rule.counted())
                .map(Happened::at)
                .toList();
        if (times.size() < rule.most()) return Optional.empty();
        Instant last = times.get(times.size() - 1);
        Instant first = times.get(times.size() - rule.most());
        boolean within = Duration.between(first, last).compareTo(Duration.ofSeconds(rule.withinSeconds())) < 0;
        return within ? Optional.of(last.plusSeconds(rule.blockSeconds())) : Optional.empty();
    }
}
