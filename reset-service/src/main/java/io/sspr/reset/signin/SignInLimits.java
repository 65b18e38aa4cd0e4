package io.sspr.reset.signin;

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

    /** The preset "safe". */
    public static final SignInLimits SAFE = new SignInLimits(
            10, Duration.ofSeconds(60), Duration.ofHours(1), 3, Duration.ofHours(24), Duration.ofMinutes(1));
}
