package io.sspr.registration.demand;

import io.sspr.contract.MethodKind;
import java.util.Set;

/**
 * Kinds of which a person has something, whether or not the policy counts them; what is quarantined is registered too.
 *
 * @param forReset what would serve a reset
 * @param forSignIn what is the person's own, and not only on file
 */
record HeldKinds(Set<MethodKind> forReset, Set<MethodKind> forSignIn) {
    HeldKinds {
        forReset = Set.copyOf(forReset);
        forSignIn = Set.copyOf(forSignIn);
    }

    boolean isEmpty() {
        return forReset.isEmpty() && forSignIn.isEmpty();
    }
}
