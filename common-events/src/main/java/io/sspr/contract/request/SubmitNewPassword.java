package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.NewPasswordEntry;
import io.sspr.contract.secret.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Set the new password of an authorised reset. */
@About("Set the new password of an authorised reset.")
public record SubmitNewPassword(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @Seals(NewPasswordEntry.class) Sealed sealed,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public SubmitNewPassword(UUID flow, Sealed sealed) {
        this(flow, sealed, null);
    }
}
