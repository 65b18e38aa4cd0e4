package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/** Whose account an administrator means. */
@About("Whose account an administrator means.")
public record AccountChoice(@Length(min = 1, max = 256) String login) implements Secret {

    @Override
    public String toString() {
        return "AccountChoice[hidden]";
    }
}
