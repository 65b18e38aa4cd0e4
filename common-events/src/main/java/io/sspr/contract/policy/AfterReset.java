package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * What becomes of the rest when a person has proven who they are.
 *
 * @param unlockAllowed whether an account can be unlocked without a new password
 * @param endsLock whether a reset ends the lock of sign-in
 * @param unlockEndsLock whether an unlock does
 * @param clearsCounts whether a reset clears what was counted against the account
 */
@About("What becomes of the rest when a person has proven who they are.")
public record AfterReset(
        @About("whether an account can be unlocked without a new password")
        boolean unlockAllowed,

        @About("whether a reset ends the lock of sign-in") boolean endsLock,
        @About("whether an unlock does") boolean unlockEndsLock,

        @About("whether a reset clears what was counted against the account")
        boolean clearsCounts) {}
