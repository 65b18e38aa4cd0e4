package io.sspr.notification.testing;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.event.Removal;
import io.sspr.contract.internal.DeliverMethodNotice;
import io.sspr.contract.internal.MethodNotice;
import io.sspr.contract.seal.Sealed;
import java.time.Instant;
import java.util.Optional;

/** What registration-service asks to tell beside which of its events. */
final class MethodNotices {

    private MethodNotices() {}

    static Optional<DeliverMethodNotice> of(Event event, Instant at, Sealed from) {
        if (event instanceof MethodRegistered added && added.kind() != MethodKind.RECOVERY_CODE)
            return Optional.of(new DeliverMethodNotice(
                    added.accountId(),
                    MethodNotice.METHOD_REGISTERED,
                    added.methodId(),
                    added.kind(),
                    at,
                    added.usableFrom(),
                    null,
                    from));
        if (event instanceof MethodRemoved removed && isOwners(removed.cause()))
            return Optional.of(new DeliverMethodNotice(
                    removed.accountId(),
                    MethodNotice.METHOD_REMOVED,
                    removed.methodId(),
                    removed.kind(),
                    at,
                    null,
                    null,
                    from));
        if (event instanceof MethodLocked locked)
            return Optional.of(new DeliverMethodNotice(
                    locked.accountId(),
                    MethodNotice.METHOD_LOCKED,
                    locked.methodId(),
                    locked.kind(),
                    at,
                    null,
                    null,
                    from));
        return ofCodes(event, at, from);
    }

    private static boolean isOwners(Removal cause) {
        return cause == Removal.OWNER || cause == Removal.REPLACED;
    }

    private static Optional<DeliverMethodNotice> ofCodes(Event event, Instant at, Sealed from) {
        if (event instanceof RecoveryCodesIssued issued)
            return Optional.of(new DeliverMethodNotice(
                    issued.accountId(),
                    issued.replacement() ? MethodNotice.RECOVERY_CODE_REPLACED : MethodNotice.RECOVERY_CODES_ISSUED,
                    issued.methodId(),
                    MethodKind.RECOVERY_CODE,
                    at,
                    null,
                    issued.codesLeft(),
                    from));
        if (event instanceof RecoveryCodeUsed used)
            return Optional.of(new DeliverMethodNotice(
                    used.accountId(),
                    MethodNotice.RECOVERY_CODE_USED,
                    used.methodId(),
                    MethodKind.RECOVERY_CODE,
                    at,
                    null,
                    used.codesLeft(),
                    from));
        return Optional.empty();
    }
}
