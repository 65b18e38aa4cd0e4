package io.sspr.contract.secret;

import io.sspr.contract.About;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the methods of the person who is signed in. */
@About("One of the methods of the person who is signed in.")
public record MethodChoice(UUID methodId, @Nullable Origin origin) implements Secret, Placed {

    @Override
    public MethodChoice from(Origin place) {
        return new MethodChoice(methodId, place);
    }

    @Override
    public String toString() {
        return "MethodChoice[hidden]";
    }
}
