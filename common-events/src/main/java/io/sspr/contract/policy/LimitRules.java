package io.sspr.contract.policy;

import io.sspr.contract.About;
import java.util.List;

/**
 * How often and how long.
 *
 * @param blocks in preset "safe" none: whoever knows a login could shut its owner out
 */
@About("How often and how long.")
public record LimitRules(
        ProofLimits proofs,
        CodeLimits codes,
        ResetLimits resets,
        SignInLimits signIns,
        MessageLimits messages,

        @About("in preset safe none: whoever knows a login could shut its owner out")
        List<BlockRule> blocks) {

    /** Copies what it is given. */
    public LimitRules {
        blocks = List.copyOf(blocks);
    }
}
