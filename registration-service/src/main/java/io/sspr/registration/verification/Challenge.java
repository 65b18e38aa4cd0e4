package io.sspr.registration.verification;

import io.sspr.contract.seal.Sealed;
import io.sspr.registration.flow.FlowName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification that is to begin.
 *
 * @param verificationId its id
 * @param flow the flow it belongs to
 * @param flowHash base64url SHA-256 of the flow's secret
 * @param target what is to be proven
 * @param occasion of one that somebody who is signed in begins
 * @param locale in which the person is written to
 * @param notBeyond no code lives longer than this
 * @param pending where codes go, or the secret of an app that is being registered; empty where there is neither
 * @param enrolment the same secret, sealed to the person's front end
 */
public record Challenge(
        UUID verificationId,
        FlowName flow,
        String flowHash,
        Target target,
        @Nullable Occasion occasion,
        String locale,
        Instant notBeyond,
        String pending,
        @Nullable Sealed enrolment,
        @Nullable String hint) {

    @Override
    public String toString() {
        return "Challenge[" + verificationId + ", " + target + "]";
    }
}
