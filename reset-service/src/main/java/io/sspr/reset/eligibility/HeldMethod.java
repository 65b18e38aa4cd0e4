package io.sspr.reset.eligibility;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;

/**
 * A method that a person has, whether or not it counts.
 *
 * @param usedUp whether it consists of codes of which none is left
 */
public record HeldMethod(MethodKind kind, MethodStatus status, boolean usedUp) {

    /** One with which something can be proven, if its status lets it. */
    public HeldMethod(MethodKind kind, MethodStatus status) {
        this(kind, status, false);
    }
}
