package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** Login and password as typed. */
@About("Login and password as typed.")
public record SignInEntry(
        @Length(min = 1, max = 256) String login,
        @Length(max = 1024) String password,
        @Nullable Origin origin) implements Secret, Placed {

    @Override
    public SignInEntry from(Origin place) {
        return new SignInEntry(login, password, place);
    }

    @Override
    public String toString() {
        return "SignInEntry[hidden]";
    }
}
