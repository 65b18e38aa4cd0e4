package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/** Whose account is meant. */
@About("Whose account is meant.")
public record AccountChoice(@Length(min = 1, max = 256) String login) implements Secret {

    @Override
    public String toString() {
        return "AccountChoice[hidden]";
    }
}
