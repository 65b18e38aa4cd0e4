package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.NewPasswordEntry;
import java.util.UUID;

/** Set the new password of an authorised reset. */
@About("Set the new password of an authorised reset.")
public record SubmitNewPassword(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @Seals(NewPasswordEntry.class) Sealed sealed)
        implements Request {}
