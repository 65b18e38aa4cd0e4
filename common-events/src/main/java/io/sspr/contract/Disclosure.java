package io.sspr.contract;

/** What an outsider may learn. */
public enum Disclosure {
    @About("nothing: known or not, everybody sees the same")
    STRICT,
    @About(
            "what helps: whether and why a person cannot reset, which kinds they have, hints of addresses; for an intranet")
    HELPFUL
}
