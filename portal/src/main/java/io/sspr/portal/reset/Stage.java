package io.sspr.portal.reset;

/** Where somebody is between "who are you" and the end. */
public enum Stage {
    /** They have said who they are. */
    BEGUN,
    /** They choose what to prove. */
    CHOOSING,
    /** They type a code. */
    PROVING,
    /** They choose a password. */
    PASSWORD,
    /** The password is set. */
    SET,
    /** The account is unlocked. */
    UNLOCKED,
    /** They have ended it. */
    CANCELLED,
    /** It cannot go on; the trouble says why. */
    OVER;

    /** Whether nothing can follow. */
    public boolean isLast() {
        return compareTo(SET) >= 0;
    }
}
