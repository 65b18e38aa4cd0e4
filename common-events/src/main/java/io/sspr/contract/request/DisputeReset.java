package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.contract.secret.Origin;
import org.jspecify.annotations.Nullable;

/** Say that what a notice told of was not oneself. */
@About("Say that what a notice told of was not oneself.")
public record DisputeReset(
        @Seals(DisputeEntry.class) Sealed sealed,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public DisputeReset(Sealed sealed) {
        this(sealed, null);
    }
}
