package io.sspr.reset.flow;

import io.sspr.contract.state.Policy;
import java.time.Duration;

/**
 * How long a reset lives and how often it may be tried.
 *
 * @param inactivity it is abandoned when nothing happened for so long
 * @param life it is over after so long, whatever happens
 * @param choices how often a method may be chosen
 * @param refusals so many refused passwords end it
 */
record ResetLimits(Duration inactivity, Duration life, int choices, int refusals) {

    /** A call for help for one account is told so often at most; no less than the longest life that a policy may allow. */
    static final Duration CALLS_EVERY = Duration.ofHours(1);

    /** Those of a policy. */
    static ResetLimits of(Policy policy) {
        var limits = policy.limits().resets();
        return new ResetLimits(
                Duration.ofSeconds(limits.inactivitySeconds()),
                Duration.ofSeconds(limits.lifeSeconds()),
                limits.choices(),
                limits.refusals());
    }
}
