package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.contract.secret.Origin;
import org.jspecify.annotations.Nullable;

/** Remove a method of the person who is signed in. */
@About("Remove a method of the person who is signed in.")
public record RemoveMethod(
        @Seals(MethodChoice.class) Sealed sealed,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public RemoveMethod(Sealed sealed) {
        this(sealed, null);
    }
}
