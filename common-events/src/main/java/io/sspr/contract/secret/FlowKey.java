package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/** Proof of having started the flow. */
@About("Proof of having started the flow.")
public record FlowKey(
        @About("the flow secret, base64url") @Length(min = 43, max = 43)
        String flowSecret) implements Secret {
    @Override
    public String toString() {
        return "FlowKey[hidden]";
    }
}
