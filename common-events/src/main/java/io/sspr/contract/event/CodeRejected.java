package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proof was not accepted. */
@About("A proof was not accepted.")
public record CodeRejected(
        UUID verificationId,

        @About("absent when nobody is known by that login") @Nullable
        UUID accountId,

        @Nullable UUID resetId,
        MethodKind kind,
        Purpose purpose,
        Refusal reason,
        @About("wrong proofs in this verification so far") int attempts)
        implements Event {

    @Override
    public UUID subject() {
        return accountId == null ? verificationId : accountId;
    }
}
