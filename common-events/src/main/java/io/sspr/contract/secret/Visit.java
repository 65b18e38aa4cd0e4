package io.sspr.contract.secret;

import io.sspr.contract.About;
import org.jspecify.annotations.Nullable;

/** Nothing but where somebody is. */
@About("Nothing but where somebody is.")
public record Visit(@Nullable Origin origin) implements Secret, Placed {

    @Override
    public Visit from(Origin place) {
        return new Visit(place);
    }

    @Override
    public String toString() {
        return "Visit[hidden]";
    }
}
