package io.sspr.registration.notice;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.internal.MethodNotice;
import java.util.Optional;

/** Of which events the owner is told by us; pure. Of what provisioning or an administrator did, the events themselves tell. */
final class MethodNoticeDecider {

    private MethodNoticeDecider() {}

    static Optional<Told> of(Event event) {
        if (event instanceof MethodRegistered registered) return told(registered);
        if (event instanceof MethodRemoved removed) return told(removed);
        if (event instanceof MethodLocked locked)
            return Optional.of(
                    Told.of(locked.accountId(), MethodNotice.METHOD_LOCKED, locked.methodId(), locked.kind()));
        if (event instanceof RecoveryCodesIssued issued) return Optional.of(told(issued));
        if (event instanceof RecoveryCodeUsed used)
            return Optional.of(
                    Told.ofCodes(used.accountId(), MethodNotice.RECOVERY_CODE_USED, used.methodId(), used.codesLeft()));
        return Optional.empty();
    }

    /** Of recovery codes RecoveryCodesIssued tells, and better. */
    private static Optional<Told> told(MethodRegistered event) {
        return event.kind() == MethodKind.RECOVERY_CODE
                ? Optional.empty()
                : Optional.of(new Told(
                        event.accountId(),
                        MethodNotice.METHOD_REGISTERED,
                        event.methodId(),
                        event.kind(),
                        event.usableFrom(),
                        null));
    }

    private static Optional<Told> told(MethodRemoved event) {
        return switch (event.cause()) {
            case OWNER, REPLACED ->
                Optional.of(Told.of(event.accountId(), MethodNotice.METHOD_REMOVED, event.methodId(), event.kind()));
            case ADMINISTRATOR, PROVISIONING -> Optional.empty();
        };
    }

    private static Told told(RecoveryCodesIssued event) {
        MethodNotice notice =
                event.replacement() ? MethodNotice.RECOVERY_CODE_REPLACED : MethodNotice.RECOVERY_CODES_ISSUED;
        return Told.ofCodes(event.accountId(), notice, event.methodId(), event.codesLeft());
    }
}
