package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.AccountChoice;

/** Lift what holds an account back: locks, delays, a freeze; for administrators. */
@About("Lift what holds an account back: locks, delays, a freeze; for administrators.")
public record Unblock(@Seals(AccountChoice.class) Sealed sealed) implements Request {}
