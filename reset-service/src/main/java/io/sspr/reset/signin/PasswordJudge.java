package io.sspr.reset.signin;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.SignInFailed;
import io.sspr.contract.event.SignInLocked;
import io.sspr.reset.account.Asker;
import io.sspr.reset.signin.CheckedPassword.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Decides what a compared password means; pure. Strangers can fail as often as they like, so SignInFailed is written for
 * one failure a minute and account at most: the count of failures in it tells of those in between.
 */
public final class PasswordJudge {

    /**
     * What it means for this asker, whose credential has this version now. That the account is frozen is told to nobody
     * but who knows the password, or strangers would learn that there is an account.
     */
    public Verdict judge(
            Asker asker,
            boolean frozen,
            Failures before,
            CheckedPassword password,
            long version,
            SignInLimits limits,
            Instant now) {
        if (before.isLocked(now)) return refused(asker, Refusal.LOCKED, before, before, limits, now);
        if (password.version() != version) return new Verdict.NeedsNewFacts();
        if (before.remembers(password.mark()))
            return refused(asker, Refusal.WRONG_CREDENTIALS, before, before, limits, now);
        if (password.outcome() == Outcome.UNSEEN) return new Verdict.NeedsNewFacts();
        if (password.outcome() == Outcome.RIGHT)
            return frozen ? refused(asker, Refusal.FROZEN, before, before, limits, now) : new Verdict.Right();
        Failures after = before.with(password.mark(), limits, now);
        return refused(asker, Refusal.WRONG_CREDENTIALS, before, after, limits, now);
    }

    private static Verdict refused(
            Asker asker, Refusal reason, Failures before, Failures after, SignInLimits limits, Instant now) {
        boolean told = before.mayTell(limits, now);
        List<Event> events = new ArrayList<>();
        UUID accountId = asker.accountId();
        Instant until = after.isLocked(now) ? after.lockedUntil() : null;
        if (accountId != null && told) events.add(new SignInFailed(accountId, reason, after.count()));
        if (accountId != null && until != null && !before.isLocked(now)) events.add(new SignInLocked(accountId, until));
        return new Verdict.Refused(reason, until, told ? after.told(now) : after, events);
    }
}
