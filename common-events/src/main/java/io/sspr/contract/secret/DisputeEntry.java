package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** What a notice gave to say this was not me: its token, or its code and the login. */
@About("What a notice gave to say this was not me: its token, or its code and the login.")
public record DisputeEntry(
        @About("from the link of the notice") @Length(max = 1024) @Nullable
        String token,

        @Length(max = 256) @Nullable String login,

        @About("to be read out, from the notice; with login") @Length(max = 32) @Nullable
        String code,

        @Nullable Origin origin)
        implements Secret, Placed {

    @Override
    public DisputeEntry from(Origin place) {
        return new DisputeEntry(token, login, code, place);
    }

    @Override
    public String toString() {
        return "DisputeEntry[hidden]";
    }
}
