package io.sspr.contract.policy;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.List;

/**
 * Kinds that count for nothing for now, whatever else the policy says: for the day that one of them is found broken.
 *
 * @param kinds which
 * @param cancelsResets whether resets that one of them has helped along are cancelled
 */
@About(
        "Kinds that count for nothing for now, whatever else the policy says: for the day that one of them is found broken.")
public record StoppedKinds(
        List<MethodKind> kinds,

        @About("whether resets that one of them has helped along are cancelled")
        boolean cancelsResets) {

    /** None. */
    public static final StoppedKinds NONE = new StoppedKinds(List.of(), false);

    /** Copies what it is given. */
    public StoppedKinds {
        kinds = List.copyOf(kinds);
    }

    /** Those of the given kinds that are not stopped, in their order. */
    public List<MethodKind> left(List<MethodKind> of) {
        return of.stream().filter(kind -> !kinds.contains(kind)).toList();
    }
}
