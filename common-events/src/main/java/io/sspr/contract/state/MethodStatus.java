package io.sspr.contract.state;

import io.sspr.contract.About;

/** Whether a method counts. */
public enum MethodStatus {
    @About("provisioning told of it, nobody has proven it; counts where the policy says so")
    IMPORTED,
    @About("proven by its owner")
    VERIFIED,
    @About("proven by its owner, but too new to serve a reset")
    QUARANTINED,
    @About("too many wrong proofs in a row; must be registered anew")
    LOCKED,
    @About("gone")
    REMOVED
}
