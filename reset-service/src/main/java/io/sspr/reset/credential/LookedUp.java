package io.sspr.reset.credential;

import io.sspr.contract.policy.BreachRules;
import io.sspr.reset.breached.Breach;
import io.sspr.reset.password.Demands;

/**
 * What was looked up about a new password outside any transaction.
 *
 * @param compared with so many former passwords at most
 * @param usedBefore which of them it is, 1 for the one before the current; 0 if none
 * @param asked which lists of breached passwords were asked
 * @param breach what they said
 */
record LookedUp(int compared, int usedBefore, BreachRules asked, Breach breach) {

    /** Nothing was. */
    static final LookedUp NOTHING = new LookedUp(0, 0, BreachRules.NONE, Breach.UNKNOWN);

    /** Whether that is all that these rules need to know. */
    boolean isEnoughFor(Demands demands) {
        return compared >= demands.former()
                && (asked.file() || !demands.breaches().file())
                && (asked.service() || !demands.breaches().service());
    }

    boolean isUsedWithin(int former) {
        return usedBefore > 0 && usedBefore <= former;
    }
}
