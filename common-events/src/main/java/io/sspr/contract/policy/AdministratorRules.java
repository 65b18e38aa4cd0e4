package io.sspr.contract.policy;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import java.util.List;

/**
 * What holds for administrators beyond what holds for everybody: the stricter counts.
 *
 * @param allowed whether they may reset their own password at all
 * @param gates different methods that a reset of theirs needs, 1 or 2
 * @param kinds kinds that count for them; others of the policy do not
 */
@About("What holds for administrators beyond what holds for everybody: the stricter counts.")
public record AdministratorRules(
        @About("whether they may reset their own password at all")
        boolean allowed,

        @About("different methods that a reset of theirs needs, 1 or 2")
        int gates,

        @About("kinds that count for them; others of the policy do not")
        List<MethodKind> kinds) {

    /** Copies what it is given. */
    public AdministratorRules {
        kinds = List.copyOf(kinds);
    }
}
