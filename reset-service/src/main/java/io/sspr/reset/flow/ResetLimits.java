package io.sspr.reset.flow;

import java.time.Duration;

/**
 * How long a reset lives and how often it may be tried.
 *
 * @param inactivity it is abandoned when nothing happened for so long
 * @param life it is over after so long, whatever happens
 * @param choices how often a method may be chosen
 * @param refusals so many refused passwords end it
 * @param callsEvery so often at most a call for help for one account is told; no less than a life
 */
record ResetLimits(Duration inactivity, Duration life, int choices, int refusals, Duration callsEvery) {

    /** The preset "safe". */
    static final ResetLimits SAFE =
            new ResetLimits(Duration.ofMinutes(15), Duration.ofMinutes(60), 10, 20, Duration.ofHours(1));
}
