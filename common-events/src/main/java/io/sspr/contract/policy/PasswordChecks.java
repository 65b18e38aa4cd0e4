package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * What a new password must satisfy besides its length.
 *
 * @param minimumLengthBesideFactor fewest code points where the person has a second factor for sign-in, 8 or more
 * @param classes how many of lower case, upper case, digits and symbols there must be, 0 (no rule) to 4
 * @param characters which characters there may be
 * @param refusesCurrent whether a reset to the current password is refused; a change to it always is
 * @param historyOnChange how many former passwords a change may not go back to, 0 to 24
 * @param historyOnReset the same of a reset
 * @param words words that passwords must not be made of
 * @param breaches passwords that are known from breaches
 */
@About("What a new password must satisfy besides its length.")
public record PasswordChecks(
        @About("fewest code points where the person has a second factor for sign-in, 8 or more")
        int minimumLengthBesideFactor,

        @About("how many of lower case, upper case, digits and symbols there must be, 0 (no rule) to 4")
        int classes,

        CharacterSet characters,

        @About("whether a reset to the current password is refused; a change to it always is")
        boolean refusesCurrent,

        @About("how many former passwords a change may not go back to, 0 to 24")
        int historyOnChange,

        @About("the same of a reset") int historyOnReset,
        BannedWords words,
        BreachRules breaches) {}
