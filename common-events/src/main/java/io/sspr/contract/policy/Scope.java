package io.sspr.contract.policy;

import io.sspr.contract.About;

/** For whom something is switched on. */
public enum Scope {
    @About("for nobody")
    NONE,
    @About("for members of the included groups")
    SELECTED,
    @About("for everybody")
    ALL
}
