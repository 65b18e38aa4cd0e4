package io.sspr.contract;

/** What a method is proven for. */
public enum Purpose {
    @About("to register it")
    REGISTER,
    @About("to reset a password")
    RESET,
    @About("to unlock an account whose password is known")
    UNLOCK,
    @About("to do something that a password alone does not allow")
    STEP_UP,
    @About("to reset a password as an administrator has arranged")
    ADMINISTRATOR_RESET
}
