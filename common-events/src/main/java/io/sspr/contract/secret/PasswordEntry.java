package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** A password that somebody thinks of choosing. */
@About("A password that somebody thinks of choosing.")
public record PasswordEntry(
        @Length(max = 1024) String password,

        @About("the flow secret, base64url, where there is a flow") @Length(min = 43, max = 43) @Nullable
        String flowSecret)
        implements Secret {

    /** For nobody in particular. */
    public PasswordEntry(String password) {
        this(password, null);
    }

    @Override
    public String toString() {
        return "PasswordEntry[hidden]";
    }
}
