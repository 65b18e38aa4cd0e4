package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** Proof of having started the flow, and a key to seal the reply to. */
@About("Proof of having started the flow, and a key to seal the reply to.")
public record FlowReplyKey(
        @About("the flow secret, base64url") @Length(min = 43, max = 43)
        String flowSecret,

        @About("public P-256 JWK made for this one request") @Length(min = 1, max = 1024)
        String replyKey,

        @Nullable Origin origin)
        implements Secret, Placed {

    /** Of somebody of whom it is not known where they are. */
    public FlowReplyKey(String flowSecret, String replyKey) {
        this(flowSecret, replyKey, null);
    }

    @Override
    public FlowReplyKey from(Origin place) {
        return new FlowReplyKey(flowSecret, replyKey, place);
    }

    @Override
    public String toString() {
        return "FlowReplyKey[hidden]";
    }
}
