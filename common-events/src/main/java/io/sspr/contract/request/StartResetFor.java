package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountChoice;

/** Let a person reset with a one-time code that is sent to them; for administrators. */
@About("Let a person reset with a one-time code that is sent to them; for administrators.")
public record StartResetFor(@Seals(AccountChoice.class) Sealed sealed) implements Request {}
