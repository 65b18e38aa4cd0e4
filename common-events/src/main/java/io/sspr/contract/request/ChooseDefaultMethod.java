package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.MethodChoice;

/** Choose which method of its kind codes go to. */
@About("Choose which method of its kind codes go to.")
public record ChooseDefaultMethod(@Seals(MethodChoice.class) Sealed sealed) implements Request {}
