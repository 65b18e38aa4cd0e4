package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a new method needs: an address or number, or a key to seal the secret of an app or the codes to. */
@About("What a new method needs: an address or number, or a key to seal the secret of an app or the codes to.")
public record MethodEntry(
        @Length(max = 254) @Nullable String address,

        @About("public P-256 JWK made for this one request") @Length(max = 1024) @Nullable
        String replyKey,

        @About("a method of the same kind that the new one takes the place of") @Nullable
        UUID replaces,

        @Nullable Origin origin)
        implements Secret, Placed {

    /** Of one that takes no other's place. */
    public MethodEntry(@Nullable String address, @Nullable String replyKey, @Nullable Origin origin) {
        this(address, replyKey, null, origin);
    }

    @Override
    public MethodEntry from(Origin place) {
        return new MethodEntry(address, replyKey, replaces, place);
    }

    @Override
    public String toString() {
        return "MethodEntry[hidden]";
    }
}
