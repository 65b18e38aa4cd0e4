package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** A key to seal the reply to. */
@About("A key to seal the reply to.")
public record ReplyKeyEntry(
        @About("public P-256 JWK made for this one request") @Length(min = 1, max = 1024)
        String replyKey,

        @Nullable Origin origin)
        implements Secret, Placed {

    @Override
    public ReplyKeyEntry from(Origin place) {
        return new ReplyKeyEntry(replyKey, place);
    }

    @Override
    public String toString() {
        return "ReplyKeyEntry[hidden]";
    }
}
