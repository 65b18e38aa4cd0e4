package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Visit;

/** The person who is signed in has looked at the methods, and they are right. */
@About("The person who is signed in has looked at the methods, and they are right.")
public record ConfirmMethods(@Seals(Visit.class) Sealed sealed) implements Request {}
