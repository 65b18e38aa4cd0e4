package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.PasswordPair;

/** Replace a known password; the header 'assertion' says who asks. */
@About("Replace a known password; the header 'assertion' says who asks.")
public record ChangePassword(@Seals(PasswordPair.class) Sealed sealed) implements Request {}
