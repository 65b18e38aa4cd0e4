package io.sspr.reset.throttle;

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

    /** The preset "safe". */
    public static final ThrottleLimits SAFE = new ThrottleLimits(3, Duration.ofSeconds(30), Duration.ofMinutes(5), 10);
}
