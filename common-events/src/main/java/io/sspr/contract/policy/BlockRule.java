package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * Blocks an account's proofs for a reset when there are too many of something. It has an end, an administrator can lift
 * it, and a stranger can bring it about: preset "safe" has none.
 *
 * @param counted of what
 * @param most once there were so many within the time, the next one is refused and the block begins
 * @param withinSeconds within so long
 * @param blockSeconds the block ends so long after the last one that counted
 */
@About("Blocks an account's proofs for a reset when there are too many of something.")
public record BlockRule(
        Counted counted,

        @About("once there were so many within the time, the next one is refused and the block begins")
        int most,

        @About("within so long") int withinSeconds,

        @About("the block ends so long after the last one that counted")
        int blockSeconds) {}
