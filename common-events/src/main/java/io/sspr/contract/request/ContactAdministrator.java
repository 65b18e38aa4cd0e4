package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.FlowKey;
import java.util.UUID;

/** Ask an administrator for help with this flow. */
@About("Ask an administrator for help with this flow.")
public record ContactAdministrator(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @Seals(FlowKey.class) Sealed sealed)
        implements Request {}
