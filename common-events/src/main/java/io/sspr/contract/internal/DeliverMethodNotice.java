package io.sspr.contract.internal;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Visit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tell the owner of an account what became of a method; its seal holds from where, as far as that is known. */
@About("Tell the owner of an account what became of a method; its seal holds from where, as far as that is known.")
public record DeliverMethodNotice(
        UUID accountId,
        MethodNotice methodNotice,
        UUID methodId,
        MethodKind kind,
        @About("when it was done") Instant happenedAt,

        @About("end of the quarantine of a new one, if it does not count at once") @Nullable
        Instant usableFrom,

        @About("of recovery codes: how many can still be used") @Nullable
        Integer codesLeft,

        @Seals(Visit.class) Sealed sealed)
        implements Internal {}
