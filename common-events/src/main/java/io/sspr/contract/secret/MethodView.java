package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A method as its owner sees it.
 *
 * @param hint of its address: enough to tell one's own apart
 * @param preferred whether it is the one of its kind that codes go to
 * @param usableFrom of a quarantined one: when it can serve a reset
 * @param codesLeft of recovery codes: how many are unused
 */
@About("A method as its owner sees it.")
public record MethodView(
        UUID methodId,
        MethodKind kind,
        MethodStatus status,

        @About("of its address: enough to tell one's own apart") @Length(max = 64) @Nullable
        String hint,

        @About("whether it is the one of its kind that codes go to")
        boolean preferred,

        @About("of a quarantined one: when it can serve a reset") @Nullable
        Instant usableFrom,

        @About("of recovery codes: how many are unused") int codesLeft) {

    @Override
    public String toString() {
        return "MethodView[hidden]";
    }
}
