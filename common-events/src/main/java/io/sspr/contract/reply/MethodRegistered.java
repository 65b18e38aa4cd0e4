package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The method is verified. */
@About("The method is verified.")
public record MethodRegistered(
        UUID flow,
        UUID methodId,
        MethodKind kind,

        @About("until then it is quarantined and cannot serve a reset; absent if it counts at once") @Nullable
        Instant usableFrom)
        implements Reply {}
