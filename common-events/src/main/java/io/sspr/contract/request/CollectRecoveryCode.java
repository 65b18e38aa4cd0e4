package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.FlowReplyKey;
import java.util.UUID;

/** Collect the recovery code that takes the place of the one which this flow has used. */
@About("Collect the recovery code that takes the place of the one which this flow has used.")
public record CollectRecoveryCode(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @Seals(FlowReplyKey.class) Sealed sealed)
        implements Request {}
