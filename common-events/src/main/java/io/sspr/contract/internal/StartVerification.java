package io.sspr.contract.internal;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.time.Instant;
import java.util.UUID;

/** Let the person prove a method for a reset. */
@About("Let the person prove a method for a reset.")
public record StartVerification(
        UUID verificationId,
        UUID resetId,

        @About("a known account, or an id derived from an unknown login")
        UUID accountId,

        MethodKind kind,
        @About("RESET or UNLOCK") Purpose purpose,
        @Length(min = 1, max = 32) String client,
        UUID flow,
        @Length(min = 43, max = 43) String flowHash,
        @About("end of the reset") Instant resetExpiresAt)
        implements Internal {}
