package io.sspr.contract;

/** What a method is proven for. */
public enum Purpose {
    @About("to register it")
    REGISTER,
    @About("to reset a password")
    RESET
}
