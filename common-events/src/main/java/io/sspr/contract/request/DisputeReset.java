package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.DisputeEntry;

/** Say that what a notice told of was not oneself. */
@About("Say that what a notice told of was not oneself.")
public record DisputeReset(@Seals(DisputeEntry.class) Sealed sealed) implements Request {}
