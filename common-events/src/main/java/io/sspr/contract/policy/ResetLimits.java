package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * How long resets live and how often they are begun.
 *
 * @param inactivitySeconds a reset is abandoned when nothing happened for so long, 60 to 3600
 * @param lifeSeconds it is over after so long, 60 to 3600; so is adding a method
 * @param choices how often a method may be chosen in one, 1 to 50
 * @param refusals so many refused passwords end it, 1 to 100
 * @param freePerHour so many unproven ones of an account begin within an hour without a wait
 * @param firstWaitSeconds the one after them waits so long, each further one twice as long, or begins with a strong method
 * @param longestWaitSeconds longest wait
 * @param strongOnlyPerDay from so many unproven ones within a day on a reset must begin with a strong method, if there are any
 */
@About("How long resets live and how often they are begun.")
public record ResetLimits(
        @About("a reset is abandoned when nothing happened for so long, 60 to 3600")
        int inactivitySeconds,

        @About("it is over after so long, 60 to 3600; so is adding a method")
        int lifeSeconds,

        @About("how often a method may be chosen in one, 1 to 50")
        int choices,

        @About("so many refused passwords end it, 1 to 100") int refusals,

        @About("so many unproven ones of an account begin within an hour without a wait")
        int freePerHour,

        @About("the one after them waits so long, each further one twice as long, or begins with a strong method")
        int firstWaitSeconds,

        @About("longest wait") int longestWaitSeconds,

        @About("from so many unproven ones within a day on a reset must begin with a strong method, if there are any")
        int strongOnlyPerDay) {}
