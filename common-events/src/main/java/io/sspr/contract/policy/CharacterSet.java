package io.sspr.contract.policy;

import io.sspr.contract.About;

/** The characters that passwords may have. */
public enum CharacterSet {
    @About("all of Unicode but control characters")
    UNICODE,
    @About("letters, digits, punctuation and blanks of ASCII")
    ASCII
}
