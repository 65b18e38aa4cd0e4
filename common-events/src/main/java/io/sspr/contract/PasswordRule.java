package io.sspr.contract;

/** A rule that a new password can break. */
public enum PasswordRule {
    @About("too few code points (NIST SP 800-63B-4 3.1.1.2)")
    TOO_SHORT,
    @About("too many code points or bytes")
    TOO_LONG,
    @About("a control character, or half a surrogate pair")
    FORBIDDEN_CHARACTER,
    @About("same as the current one")
    SAME_AS_CURRENT,
    @About("the login or the organisation's id, or nearly so")
    LIKE_LOGIN,
    @About("too few of the four classes: lower case, upper case, digits, symbols")
    TOO_FEW_CLASSES,
    @About("made of words that are easily guessed")
    GUESSABLE,
    @About("holds a name of the person or of the organisation")
    HOLDS_NAME,
    @About("one of the passwords that everybody uses")
    COMMON,
    @About("known from a breach")
    BREACHED,
    @About("used before")
    RECENTLY_USED,
    @About("could not be looked up among those known from breaches, and the policy refuses what is not checked")
    UNCHECKABLE
}
