package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.secret.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begin to unlock an account whose password is known. */
@About("Begin to unlock an account whose password is known.")
public record RequestUnlock(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @About("base64url SHA-256 of the 32-byte flow secret") @Length(min = 43, max = 43)
        String flowHash,

        @Seals(LoginEntry.class) Sealed sealed,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public RequestUnlock(UUID flow, String flowHash, Sealed sealed) {
        this(flow, flowHash, sealed, null);
    }
}
