package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Visit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prove one more method within a sign-in, before one that needs it is asked for. */
@About("Prove one more method within a sign-in, before one that needs it is asked for.")
public record StepUp(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @About("base64url SHA-256 of the 32-byte flow secret") @Length(min = 43, max = 43)
        String flowHash,

        MethodKind kind,
        @Seals(Visit.class) Sealed sealed,

        @About("from where, sealed by the front end; counts instead of what is sealed with the rest")
        @Seals(Origin.class)
        @Nullable
        Sealed seenFrom)
        implements Request {

    /** One from where its sealed content says, if it says so. */
    public StepUp(UUID flow, String flowHash, MethodKind kind, Sealed sealed) {
        this(flow, flowHash, kind, sealed, null);
    }
}
