package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.ProofEntry;
import java.util.UUID;

/** Hand in the code that proves the method chosen last in this flow. */
@About("Hand in the code that proves the method chosen last in this flow.")
public record SubmitProof(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        @Seals(ProofEntry.class) Sealed sealed)
        implements Request {}
