package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** Who wants to reset. */
@About("Who wants to reset.")
public record LoginEntry(
        @Length(min = 1, max = 256) String login, @Nullable Origin origin) implements Secret, Placed {

    @Override
    public LoginEntry from(Origin place) {
        return new LoginEntry(login, place);
    }

    @Override
    public String toString() {
        return "LoginEntry[hidden]";
    }
}
