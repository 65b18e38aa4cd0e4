package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.PasswordEntry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Say which rules a password would break, without setting it; nothing is kept. */
@About(
        "Say which rules a password would break, without setting it; nothing is kept. In an authorised reset, or with the header"
                + " 'assertion', those that hold for the person.")
public record CheckPassword(
        @About("the authorised reset that it is for, if any") @Nullable
        UUID flow,

        @Seals(PasswordEntry.class) Sealed sealed)
        implements Request {

    /** For nobody in particular. */
    public CheckPassword(Sealed sealed) {
        this(null, sealed);
    }
}
