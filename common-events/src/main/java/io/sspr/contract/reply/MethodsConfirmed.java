package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The methods are right, says their owner. */
@About("The methods are right, says their owner.")
public record MethodsConfirmed(
        @About("when the person will be asked again; absent: never") @Nullable
        Instant nextAt) implements Reply {}
