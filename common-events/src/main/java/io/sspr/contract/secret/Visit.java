package io.sspr.contract.secret;

import io.sspr.contract.About;
import org.jspecify.annotations.Nullable;

/** Nothing but where somebody is. */
@About("Nothing but where somebody is.")
public record Visit(@Nullable Origin origin) implements Secret {

    @Override
    public String toString() {
        return "Visit[hidden]";
    }
}
