package io.sspr.contract.state;

import io.sspr.contract.About;

/** Whether a method counts. */
public enum MethodStatus {
    @About("proven by its owner")
    VERIFIED,
    @About("too many wrong proofs in a row; must be registered anew")
    LOCKED,
    @About("gone")
    REMOVED
}
