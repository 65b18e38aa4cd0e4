package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.UUID;

/** A method had too many wrong proofs in a row and must be registered anew (NIST SP 800-63B-4 3.2.2). */
@About("A method had too many wrong proofs in a row and must be registered anew (NIST SP 800-63B-4 3.2.2).")
public record MethodLocked(UUID methodId, UUID accountId, MethodKind kind) implements Event {

    @Override
    public UUID subject() {
        return accountId;
    }
}
