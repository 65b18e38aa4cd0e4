package io.sspr.registration.kind;

import io.sspr.contract.seal.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A method as it is asked for, before anything is proven.
 *
 * @param pending what is kept until it is proven: where codes go, or the secret
 * @param comparable of one that reaches the person: equal for what is the same place
 * @param sealed the secret again, for the person's front end alone
 */
public record Draft(
        String pending,
        @Nullable String comparable,
        @Nullable Sealed sealed) {

    @Override
    public String toString() {
        return "Draft[hidden]";
    }
}
