package io.sspr.contract.event;

import io.sspr.contract.About;

/** Why a password has a new version. */
public enum Cause {
    @About("provisioning brought it")
    IMPORTED,
    @About("a reset: the old one was not known")
    RESET,
    @About("the person knew the old one")
    CHANGED,
    @About("a reset that an administrator had arranged; the person chose the password")
    ADMINISTRATOR
}
