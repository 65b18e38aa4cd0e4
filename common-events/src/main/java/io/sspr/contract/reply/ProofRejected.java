package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The proof was not accepted. */
@About("The proof was not accepted.")
public record ProofRejected(
        UUID flow,
        Refusal reason,

        @About("further tries in this verification; 0 when it has ended")
        int attemptsLeft,

        @About("earlier tries are refused without a look") @Nullable
        Instant retryAt)
        implements Reply {}
