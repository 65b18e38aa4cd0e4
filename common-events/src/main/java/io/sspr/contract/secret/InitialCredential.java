package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** A first credential: exactly one of phc and password. */
@About("A first credential: exactly one of phc and password.")
public record InitialCredential(
        @About("Argon2id in PHC string format") @Length(max = 512) @Nullable
        String phc,

        @Length(max = 1024) @Nullable String password,
        @About("must be changed at the next sign-in") boolean mustChange)
        implements Secret {
    @Override
    public String toString() {
        return "InitialCredential[hidden]";
    }
}
