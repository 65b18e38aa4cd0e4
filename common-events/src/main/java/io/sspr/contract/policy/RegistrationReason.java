package io.sspr.contract.policy;

import io.sspr.contract.About;

/** Why a person is asked to register or to look at what they have registered. */
public enum RegistrationReason {
    @About("an administrator wants the person to register anew")
    REREGISTRATION,
    @About("fewer methods count for a reset than it needs")
    RESET_NEEDS_MORE,
    @About("fewer methods count for sign-in than it needs")
    SIGN_IN_NEEDS_MORE,
    @About("the person last looked at the methods too long ago: ConfirmMethods, or change them")
    RECONFIRMATION
}
