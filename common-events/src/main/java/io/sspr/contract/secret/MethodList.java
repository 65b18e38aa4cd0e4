package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a person, and what they can add.
 *
 * @param onOffer kinds that can be registered now; absent: not told
 */
@About("The methods of a person, and what they can add.")
public record MethodList(
        List<MethodView> methods,

        @About("kinds that can be registered now; absent: not told") @Nullable
        List<MethodKind> onOffer)
        implements Secret {

    @Override
    public String toString() {
        return "MethodList[hidden]";
    }
}
