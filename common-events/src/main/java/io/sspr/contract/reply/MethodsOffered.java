package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The reset has begun; choose one of these kinds. */
@About("The reset has begun; choose one of these kinds.")
public record MethodsOffered(
        UUID flow,
        List<MethodKind> kinds,

        @About("how many different methods must be proven, 1 or 2")
        int gates,

        Instant expiresAt)
        implements Reply {}
