package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.FlowReplyKey;
import io.sspr.contract.secret.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collect the recovery code that takes the place of the one which this flow has used. */
@About("Collect the recovery code that takes the place of the one which this flow has used.")
public record CollectRecoveryCode(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @Seals(FlowReplyKey.class) Sealed sealed,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public CollectRecoveryCode(UUID flow, Sealed sealed) {
        this(flow, sealed, null);
    }
}
