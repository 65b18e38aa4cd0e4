package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.SignInEntry;
import org.jspecify.annotations.Nullable;

/** Check a login and a password. */
@About("Check a login and a password.")
public record SignIn(
        @Seals(SignInEntry.class) Sealed sealed,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public SignIn(Sealed sealed) {
        this(sealed, null);
    }
}
