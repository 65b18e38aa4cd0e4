package io.sspr.reset.signin;

import io.sspr.contract.policy.LimitRules;
import io.sspr.contract.policy.Presets;
import java.time.Duration;

/**
 * How often a wrong password may be tried.
 *
 * @param failures so many in a row lock
 * @param firstLock for so long; each further failure locks for twice as long
 * @param longestLock but never longer
 * @param remembered so many of the last wrong passwords do not count again
 * @param forgottenAfter so long after the last failure all is forgotten
 * @param toldEvery at most one event of a failure is written in that time
 */
public record SignInLimits(
        int failures,
        Duration firstLock,
        Duration longestLock,
        int remembered,
        Duration forgottenAfter,
        Duration toldEvery) {

    /** What holds before a policy has arrived: preset "safe". */
    public static final SignInLimits SAFE = of(Presets.SAFE_LIMITS);

    /** Those of a policy; how long failures are remembered and how often they are told is not for it to say. */
    public static SignInLimits of(LimitRules rules) {
        var limits = rules.signIns();
        return new SignInLimits(
                limits.failures(),
                Duration.ofSeconds(limits.firstLockSeconds()),
                Duration.ofSeconds(limits.longestLockSeconds()),
                limits.remembered(),
                Duration.ofHours(24),
                Duration.ofMinutes(1));
    }
}
