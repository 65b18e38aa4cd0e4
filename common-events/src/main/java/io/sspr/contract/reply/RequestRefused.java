package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The request was refused and had no effect. */
@About("The request was refused and had no effect.")
public record RequestRefused(
        @Nullable UUID flow, Refusal reason, @Nullable Instant retryAt) implements Reply {}
