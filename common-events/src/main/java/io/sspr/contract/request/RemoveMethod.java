package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.MethodChoice;

/** Remove a method of the person who is signed in. */
@About("Remove a method of the person who is signed in.")
public record RemoveMethod(@Seals(MethodChoice.class) Sealed sealed) implements Request {}
