package io.sspr.registration.verification;

import io.sspr.contract.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a proof is compared at all. */
public sealed interface Admission {

    /** It is refused without a comparison and without counting. */
    record Refused(Refusal reason, @Nullable Instant retryAt) implements Admission {}

    /** It is not compared: a policy that became stricter has locked the method, and so its verification ends. */
    record Exhausted(Verdict.Rejected verdict) implements Admission {}

    /** It is compared after this state is saved, in which it counts as wrong already. */
    record Counted(Progress progress, ProofTally tally) implements Admission {}
}
