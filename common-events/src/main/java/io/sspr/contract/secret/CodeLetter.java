package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import org.jspecify.annotations.Nullable;

/** A code and where it goes; without an address nobody is to be told. */
@About("A code and where it goes; without an address nobody is to be told.")
public record CodeLetter(
        @Length(max = 254) @Nullable String address,
        @Length(max = 16) String code) implements Secret {
    @Override
    public String toString() {
        return "CodeLetter[hidden]";
    }
}
