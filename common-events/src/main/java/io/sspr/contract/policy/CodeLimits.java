package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * How long codes live and how often they are sent again.
 *
 * @param lifeSeconds of codes by text message and of what is proven without a code being sent, 60 to 600
 * @param mailLifeSeconds of codes by mail, 60 to 86400 (NIST SP 800-63B-4 4.2.1.2, REC-04)
 * @param resends new codes in one verification, 0 to 10
 * @param firstResendSeconds the first may be asked for after so long, each further one after twice as long; 10 to 600
 */
@About("How long codes live and how often they are sent again.")
public record CodeLimits(
        @About("of codes by text message and of what is proven without a code being sent, 60 to 600")
        int lifeSeconds,

        @About("of codes by mail, 60 to 86400 (NIST SP 800-63B-4 4.2.1.2, REC-04)")
        int mailLifeSeconds,

        @About("new codes in one verification, 0 to 10") int resends,

        @About("the first may be asked for after so long, each further one after twice as long; 10 to 600")
        int firstResendSeconds) {}
