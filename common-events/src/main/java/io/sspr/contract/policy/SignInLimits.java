package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * How often a wrong password may be tried (smart lockout); familiar and other origins are counted apart.
 *
 * @param failures so many in a row lock, 1 to 100
 * @param firstLockSeconds for so long; each further failure locks for twice as long
 * @param longestLockSeconds but never longer
 * @param remembered so many of the last wrong passwords do not count again, 0 to 10
 */
@About("How often a wrong password may be tried (smart lockout); familiar and other origins are counted apart.")
public record SignInLimits(
        @About("so many in a row lock, 1 to 100") int failures,

        @About("for so long; each further failure locks for twice as long")
        int firstLockSeconds,

        @About("but never longer") int longestLockSeconds,

        @About("so many of the last wrong passwords do not count again, 0 to 10")
        int remembered) {}
