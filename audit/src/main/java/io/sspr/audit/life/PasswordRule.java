package io.sspr.audit.life;

import io.sspr.audit.finding.FindingCode;
import io.sspr.contract.event.AccountUnblocked;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ResetDisputed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions of a password follow one on another, void sessions stay void, and while an account is frozen its owner changes nothing. */
final class PasswordRule {

    private final Judge judge;
    private final List<Instant> unblocked = new ArrayList<>();
    private final List<Instant> arranged = new ArrayList<>();
    private long version;
    private Instant voidBefore = Instant.MIN;
    private @Nullable Told dispute;

    PasswordRule(Judge judge) {
        this.judge = judge;
    }

    /** The last version that the log tells of. */
    long version() {
        return version;
    }

    void check(Life life) {
        for (Told told : life.reset) if (told.message() instanceof AccountUnblocked) unblocked.add(told.at());
        for (Told told : life.password) {
            if (told.message() instanceof PasswordChanged changed) changed(told, changed);
            else if (told.message() instanceof ResetDisputed disputed) disputed(told, disputed);
        }
    }

    private void changed(Told told, PasswordChanged changed) {
        if (changed.version() <= version)
            judge.add(
                    FindingCode.VERSION_REPEATED,
                    told,
                    changed.resetId(),
                    "version " + changed.version() + " follows version " + version);
        else if (changed.version() > version + 1)
            judge.add(
                    FindingCode.VERSION_SKIPPED,
                    told,
                    changed.resetId(),
                    "version " + changed.version() + " follows version " + version);
        version = Math.max(version, changed.version());
        if (changed.cause() == Cause.IMPORTED && changed.version() != 1)
            judge.add(
                    FindingCode.IMPORT_OVER_PASSWORD,
                    told,
                    "version " + changed.version() + " was brought by provisioning");
        if (told.isBefore(changed.changedAt()) || told.isAfter(changed.changedAt()))
            judge.add(FindingCode.TIME_IMPLAUSIBLE, told, "told at " + told.at() + " of " + changed.changedAt());
        voids(told, changed.sessionsInvalidBefore());
        if (changed.cause() == Cause.ADMINISTRATOR) arranged.add(told.at());
        else if (isFrozen(told))
            judge.add(
                    FindingCode.PASSWORD_WHILE_FROZEN,
                    told,
                    changed.resetId(),
                    "cause " + changed.cause() + " while the account was frozen");
    }

    private void disputed(Told told, ResetDisputed disputed) {
        if (isFrozen(told)) judge.add(FindingCode.FREEZE_REPEATED, told, "the account was frozen already");
        voids(told, disputed.sessionsInvalidBefore());
        dispute = told;
    }

    private void voids(Told told, Instant before) {
        if (before.isBefore(voidBefore))
            judge.add(
                    FindingCode.SESSIONS_REVIVED,
                    told,
                    "sessions from " + before + " on count, and those before " + voidBefore + " were void");
        else voidBefore = before;
        if (told.isBefore(before))
            judge.add(FindingCode.TIME_IMPLAUSIBLE, told, "it voids sessions of the future, before " + before);
    }

    /** Surely: whatever may have lifted it by then counts as if it had. */
    private boolean isFrozen(Told now) {
        Told frozen = dispute;
        return frozen != null
                && unblocked.stream().noneMatch(lift -> liftsBetween(frozen, lift, now))
                && arranged.stream().noneMatch(lift -> liftsBetween(frozen, lift, now));
    }

    private static boolean liftsBetween(Told frozen, Instant lift, Told now) {
        return !lift.plus(Clocks.DIFFER).isBefore(frozen.at())
                && !lift.minus(Clocks.DIFFER).isAfter(now.at());
    }
}
