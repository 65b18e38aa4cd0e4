package io.sspr.registration.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a verification has come.
 *
 * @param status where it is
 * @param attempts proofs compared so far
 * @param round 1 for the first code, one more for each that replaced it
 * @param expiresAt end of the present code's life
 * @param notBeyond no code lives longer than this
 * @param resendAt from when a new code may be asked for; absent if none can be
 */
public record Progress(
        VerificationStatus status,
        int attempts,
        int round,
        Instant expiresAt,
        Instant notBeyond,
        @Nullable Instant resendAt) {

    Progress with(VerificationStatus changed) {
        return new Progress(changed, attempts, round, expiresAt, notBeyond, resendAt);
    }

    Progress withOneMoreAttempt() {
        return new Progress(status, attempts + 1, round, expiresAt, notBeyond, resendAt);
    }
}
