package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** A code as typed. */
@About("A code as typed.")
public record ProofEntry(
        @About("the flow secret, base64url") @Length(min = 43, max = 43)
        String flowSecret,

        @Length(min = 1, max = 64) String proof,
        @Nullable Origin origin)
        implements Secret, Placed {

    @Override
    public ProofEntry from(Origin place) {
        return new ProofEntry(flowSecret, proof, place);
    }

    @Override
    public String toString() {
        return "ProofEntry[hidden]";
    }
}
