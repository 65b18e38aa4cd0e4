package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.PasswordPair;
import org.jspecify.annotations.Nullable;

/** Replace a known password; the header 'assertion' says who asks. */
@About("Replace a known password; the header 'assertion' says who asks.")
public record ChangePassword(
        @Seals(PasswordPair.class) Sealed sealed,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public ChangePassword(Sealed sealed) {
        this(sealed, null);
    }
}
