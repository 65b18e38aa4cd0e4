package io.sspr.contract.event;

import io.sspr.contract.About;

/** Why a method is gone. */
public enum Removal {
    @About("its owner removed it")
    OWNER,
    @About("its owner registered another in its place")
    REPLACED,
    @About("an administrator required the person to register anew")
    ADMINISTRATOR,
    @About("provisioning does not know it any more")
    PROVISIONING
}
