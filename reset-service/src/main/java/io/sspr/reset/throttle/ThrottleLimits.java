package io.sspr.reset.throttle;

import io.sspr.contract.policy.ResetLimits;
import io.sspr.contract.state.Policy;
import java.time.Duration;

/**
 * How many resets of one account may begin without one being proven.
 *
 * @param freePerHour so many within an hour need not wait
 * @param firstWait the one after them waits so long after the one before it, each further one twice as long; where there
 *     are strong methods it may begin with one of them instead of waiting
 * @param longestWait but never longer
 * @param flood from so many within a day on only strong methods are offered, where there are any
 */
public record ThrottleLimits(int freePerHour, Duration firstWait, Duration longestWait, int flood) {

    /** Those of a policy. */
    public static ThrottleLimits of(Policy policy) {
        ResetLimits limits = policy.limits().resets();
        return new ThrottleLimits(
                limits.freePerHour(),
                Duration.ofSeconds(limits.firstWaitSeconds()),
                Duration.ofSeconds(limits.longestWaitSeconds()),
                limits.strongOnlyPerDay());
    }
}
