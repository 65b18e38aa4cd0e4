package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * How often one may be wrong.
 *
 * @param inVerification wrong proofs that end a verification, 1 to 20
 * @param freeInARow wrong proofs in a row with one method that bring no wait
 * @param firstWaitSeconds the wait after the next one; each further one doubles it; 0 for none
 * @param longestWaitSeconds longest wait
 * @param untilLocked wrong proofs in a row that lock the method, 1 to 100 (NIST SP 800-63B-4 3.2.2, RL-01)
 */
@About("How often one may be wrong.")
public record ProofLimits(
        @About("wrong proofs that end a verification, 1 to 20")
        int inVerification,

        @About("wrong proofs in a row with one method that bring no wait")
        int freeInARow,

        @About("the wait after the next one; each further one doubles it; 0 for none")
        int firstWaitSeconds,

        @About("longest wait") int longestWaitSeconds,

        @About("wrong proofs in a row that lock the method, 1 to 100 (NIST SP 800-63B-4 3.2.2, RL-01)")
        int untilLocked) {}
