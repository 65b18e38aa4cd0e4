package io.sspr.contract.internal;

import io.sspr.contract.About;

/** What the owner of an account is told of their methods with a place: what somebody did, and no feed or administrator. */
public enum MethodNotice {
    @About("a method was added")
    METHOD_REGISTERED,
    @About("a method was removed, or another took its place")
    METHOD_REMOVED,
    @About("too many wrong proofs were entered")
    METHOD_LOCKED,
    @About("a set of recovery codes was given")
    RECOVERY_CODES_ISSUED,
    @About("a recovery code was given in place of a used one")
    RECOVERY_CODE_REPLACED,
    @About("a recovery code was used")
    RECOVERY_CODE_USED
}
