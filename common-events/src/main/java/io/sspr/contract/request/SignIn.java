package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.SignInEntry;

/** Check a login and a password. */
@About("Check a login and a password.")
public record SignIn(@Seals(SignInEntry.class) Sealed sealed) implements Request {}
