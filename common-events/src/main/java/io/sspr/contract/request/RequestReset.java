package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.LoginEntry;
import java.util.UUID;

/** Start the reset of a forgotten password. */
@About("Start the reset of a forgotten password.")
public record RequestReset(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @About("base64url SHA-256 of the 32-byte flow secret") @Length(min = 43, max = 43)
        String flowHash,

        @Seals(LoginEntry.class) Sealed sealed)
        implements Request {}
