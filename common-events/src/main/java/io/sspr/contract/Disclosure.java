package io.sspr.contract;

/** What an outsider may learn. */
public enum Disclosure {
    @About("nothing: known or not, everybody sees the same")
    STRICT
}
