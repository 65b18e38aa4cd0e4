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
    LIKE_LOGIN
}
