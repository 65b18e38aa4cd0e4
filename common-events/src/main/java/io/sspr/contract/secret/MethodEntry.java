package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** What a new method needs: an address, or a key to seal the secret of an authenticator app to. */
@About("What a new method needs: an address, or a key to seal the secret of an authenticator app to.")
public record MethodEntry(
        @Length(max = 254) @Nullable String address,

        @About("public P-256 JWK made for this one request") @Length(max = 1024) @Nullable
        String replyKey,

        @Nullable Origin origin)
        implements Secret {
    @Override
    public String toString() {
        return "MethodEntry[hidden]";
    }
}
