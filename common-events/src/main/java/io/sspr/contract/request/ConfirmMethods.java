package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Visit;
import org.jspecify.annotations.Nullable;

/** The person who is signed in has looked at the methods, and they are right. */
@About("The person who is signed in has looked at the methods, and they are right.")
public record ConfirmMethods(
        @Seals(Visit.class) Sealed sealed,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public ConfirmMethods(Sealed sealed) {
        this(sealed, null);
    }
}
