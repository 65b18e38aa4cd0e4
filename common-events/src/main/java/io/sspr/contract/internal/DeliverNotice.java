package io.sspr.contract.internal;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Visit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tell the owner of an account what was done to it; its seal holds from where, as far as that is known. */
@About("Tell the owner of an account what was done to it; its seal holds from where, as far as that is known.")
public record DeliverNotice(
        UUID accountId,
        Notice notice,
        @About("when it was done") Instant happenedAt,

        @About("end of a lock, where the notice is of one") @Nullable
        Instant until,

        @Seals(Visit.class) Sealed sealed)
        implements Internal {}
