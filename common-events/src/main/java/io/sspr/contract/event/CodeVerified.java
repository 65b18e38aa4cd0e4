package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person proved a method.
 *
 * @param imported true if provisioning told of it and nobody had proven it before; else absent
 */
@About("A person proved a method.")
public record CodeVerified(
        UUID verificationId,
        UUID accountId,
        @Nullable UUID resetId,
        UUID methodId,
        MethodKind kind,
        Purpose purpose,

        @About("true if provisioning told of it and nobody had proven it before; else absent") @Nullable
        Boolean imported)
        implements Event {

    /** Of one that was proven before, or by this. */
    public CodeVerified(
            UUID verificationId,
            UUID accountId,
            @Nullable UUID resetId,
            UUID methodId,
            MethodKind kind,
            Purpose purpose) {
        this(verificationId, accountId, resetId, methodId, kind, purpose, null);
    }

    @Override
    public UUID subject() {
        return accountId;
    }
}
