package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.FlowKey;
import java.util.UUID;

/** Ask for a new code for the method chosen last in this flow. */
@About("Ask for a new code for the method chosen last in this flow.")
public record ResendCode(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @Seals(FlowKey.class) Sealed sealed)
        implements Request {}
