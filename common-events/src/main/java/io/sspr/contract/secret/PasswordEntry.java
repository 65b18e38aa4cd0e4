package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/** A password that somebody thinks of choosing. */
@About("A password that somebody thinks of choosing.")
public record PasswordEntry(@Length(max = 1024) String password) implements Secret {

    @Override
    public String toString() {
        return "PasswordEntry[hidden]";
    }
}
