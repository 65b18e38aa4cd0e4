package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * Blocks an account's resets when there are too many of something. It has an end, an administrator can lift it, and a
 * stranger can bring it about: preset "safe" has none. While it lasts no method can be chosen and no code asked for; what was
 * sent before can still be used, unless wrong proofs brought it about.
 *
 * @param counted of what
 * @param most so many are let through within the time, and the next is refused and begins the block; of wrong proofs the
 *     last of so many begins it
 * @param withinSeconds within so long
 * @param blockSeconds the block ends so long after what began it; nothing counts meanwhile
 */
@About(
        "Blocks an account's resets when there are too many of something; what was sent before can still be used, unless wrong proofs brought it about.")
public record BlockRule(
        Counted counted,

        @About(
                "so many are let through within the time, and the next is refused and begins the block; of wrong proofs the last of so many begins it")
        int most,

        @About("within so long") int withinSeconds,

        @About("the block ends so long after what began it; nothing counts meanwhile")
        int blockSeconds) {}
