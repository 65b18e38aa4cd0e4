package io.sspr.reset.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The latest resets of one account or decoy since one was proven, of those that could have messages sent. A flood of them
 * costs the one who makes it: who has a strong method resets at any time, for it sends nothing to anybody (FP-13).
 *
 * @param times when they were requested, oldest first
 */
public record RecentResets(List<Instant> times) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** A second becomes most of a day by them; no wait doubles more often. */
    private static final int MOST_DOUBLINGS = 16;

    /** Whether one more may begin now. */
    public Admission admit(boolean strongMethodsExist, ThrottleLimits limits, Instant now) {
        if (strongMethodsExist && since(now.minus(DAY)) >= limits.flood()) return new Admission.StrongOnly();
        int waiting = since(now.minus(HOUR)) - limits.freePerHour();
        if (waiting < 0) return new Admission.Free();
        Instant retryAt = times.get(times.size() - 1).plus(wait(waiting, limits));
        if (!now.isBefore(retryAt)) return new Admission.Free();
        return strongMethodsExist ? new Admission.StrongOnly() : new Admission.TooSoon(retryAt);
    }

    /** With one more; only as many as a decision needs. */
    RecentResets with(Instant time, ThrottleLimits limits) {
        List<Instant> all = Stream.concat(times.stream(), Stream.of(time)).toList();
        return new RecentResets(all.subList(Math.max(0, all.size() - kept(limits)), all.size()));
    }

    /** Enough for the flood, and for the wait to grow to its longest. */
    private static int kept(ThrottleLimits limits) {
        int doublings = 0;
        while (doublings < MOST_DOUBLINGS && wait(doublings, limits).compareTo(limits.longestWait()) < 0) doublings++;
        return Math.max(limits.flood(), limits.freePerHour() + doublings + 1);
    }

    private int since(Instant start) {
        return (int) times.stream().filter(time -> time.isAfter(start)).count();
    }

    private static Duration wait(int doublings, ThrottleLimits limits) {
        Duration wait = limits.firstWait();
        for (int i = 0; i < doublings && wait.compareTo(limits.longestWait()) < 0; i++) wait = wait.multipliedBy(2);
        return wait.compareTo(limits.longestWait()) < 0 ? wait : limits.longestWait();
    }
}
