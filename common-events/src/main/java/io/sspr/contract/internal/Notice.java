package io.sspr.contract.internal;

import io.sspr.contract.About;

/** What the owner of an account is told with a place: what somebody asked for, and no timer or administrator. */
public enum Notice {
    @About("a password was set without the old one")
    PASSWORD_RESET,
    @About("a password was set by somebody who knew the old one")
    PASSWORD_CHANGED,
    @About("a password was set with a code that an administrator had arranged")
    PASSWORD_RESET_ARRANGED,
    @About("too many wrong passwords were entered")
    SIGN_IN_LOCKED,
    @About("sign-in was unlocked with a proof")
    ACCOUNT_UNLOCKED,
    @About("somebody said 'this was not me'")
    RESET_DISPUTED
}
