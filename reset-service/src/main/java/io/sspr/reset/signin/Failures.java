package io.sspr.reset.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords in a row for one account or decoy, from familiar origins or from all others (smart lockout).
 *
 * @param familiar which of the two
 * @param count how many in a row
 * @param lockedUntil no password is looked at before
 * @param lastAt when the last one was
 * @param remembered marks of the last wrong ones
 * @param toldAt when an event last told of one; of both kinds of origin together
 */
public record Failures(
        boolean familiar,
        int count,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastAt,
        List<String> remembered,
        @Nullable Instant toldAt) {

    /** None yet. */
    static Failures none(boolean familiar) {
        return new Failures(familiar, 0, null, null, List.of(), null);
    }

    /** Whether no password is looked at now. */
    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Whether that one was wrong before: it is wrong again, and does not count. */
    public boolean remembers(String mark) {
        return remembered.contains(mark);
    }

    /** Whether a password with that mark has to be hashed at all to be refused. */
    public boolean refusesUnseen(String mark, Instant now) {
        return isLocked(now) || remembers(mark);
    }

    /** After one more wrong password. */
    Failures with(String mark, SignInLimits limits, Instant now) {
        boolean forgotten =
                lastAt != null && lastAt.plus(limits.forgottenAfter()).isBefore(now);
        int failures = forgotten ? 1 : count + 1;
        List<String> marks = Stream.concat(Stream.of(mark), remembered.stream())
                .limit(limits.remembered())
                .toList();
        Instant until = failures < limits.failures() ? null : now.plus(lock(failures - limits.failures(), limits));
        return new Failures(familiar, failures, until, now, marks, toldAt);
    }

    /** Whether the budget has room for an event of a failure. */
    boolean mayTell(SignInLimits limits, Instant now) {
        return toldAt == null || !now.isBefore(toldAt.plus(limits.toldEvery()));
    }

    Failures told(Instant now) {
        return new Failures(familiar, count, lockedUntil, lastAt, remembered, now);
    }

    private static Duration lock(int doublings, SignInLimits limits) {
        Duration lock = limits.firstLock();
        for (int i = 0; i < doublings && lock.compareTo(limits.longestLock()) < 0; i++) lock = lock.multipliedBy(2);
        return lock.compareTo(limits.longestLock()) < 0 ? lock : limits.longestLock();
    }
}
