package io.sspr.audit.life;

import io.sspr.contract.event.CodeAwaited;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.event.RequestsRefused;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.event.VerificationRequested;

/** What an event is about. */
final class Subjects {

    private Subjects() {}

    /** Whether its subject is an account; else it is a reset, a verification, a tally or the policy. */
    static boolean isAccount(Event event) {
        if (event instanceof PolicyChanged || event instanceof RequestsRefused) return false;
        if (event instanceof ResetRequested asked) return asked.accountId() != null;
        if (event instanceof UnlockRequested asked) return asked.accountId() != null;
        if (event instanceof VerificationRequested asked) return asked.accountId() != null;
        if (event instanceof ResetCancelled cancelled) return cancelled.accountId() != null;
        if (event instanceof ResetExpired expired) return expired.accountId() != null;
        if (event instanceof CodeIssued issued) return issued.accountId() != null;
        if (event instanceof CodeAwaited awaited) return awaited.accountId() != null;
        if (event instanceof CodeRejected rejected) return rejected.accountId() != null;
        if (event instanceof VerificationEnded ended) return ended.accountId() != null;
        return true;
    }
}
