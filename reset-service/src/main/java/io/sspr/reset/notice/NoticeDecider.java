package io.sspr.reset.notice;

import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.event.SignInLocked;
import io.sspr.contract.internal.Notice;
import java.time.Instant;
import java.util.Optional;

/** Of which events the owner is told by us; pure. Of an administrator's actions the events themselves tell. */
final class NoticeDecider {

    private NoticeDecider() {}

    static Optional<Told> of(Event event, Instant now) {
        if (event instanceof PasswordChanged changed)
            return notice(changed).map(notice -> new Told(changed.accountId(), notice, changed.changedAt(), null));
        if (event instanceof SignInLocked locked)
            return Optional.of(new Told(locked.accountId(), Notice.SIGN_IN_LOCKED, now, locked.until()));
        if (event instanceof AccountUnlocked unlocked)
            return Optional.of(new Told(unlocked.accountId(), Notice.ACCOUNT_UNLOCKED, now, null));
        if (event instanceof ResetDisputed disputed)
            return Optional.of(new Told(disputed.accountId(), Notice.RESET_DISPUTED, now, null));
        return Optional.empty();
    }

    /** A password that the organisation itself brought is no news. */
    private static Optional<Notice> notice(PasswordChanged changed) {
        return switch (changed.cause()) {
            case IMPORTED -> Optional.empty();
            case RESET -> Optional.of(Notice.PASSWORD_RESET);
            case CHANGED -> Optional.of(Notice.PASSWORD_CHANGED);
            case ADMINISTRATOR -> Optional.of(Notice.PASSWORD_RESET_ARRANGED);
        };
    }
}
