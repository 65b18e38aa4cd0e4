package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountChoice;

/** The person who has signed in puts off what they were asked to register. */
@About("The person who has signed in puts off what they were asked to register.")
public record SkipRegistration(@Seals(AccountChoice.class) Sealed sealed) implements Request {}
