package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Enrolment;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proof is awaited. In disclosure STRICT this says nothing of whether anybody received a code. */
@About("A proof is awaited. In disclosure STRICT this says nothing of whether anybody received a code.")
public record ChallengeReady(
        UUID flow,
        MethodKind kind,
        @About("number of digits of the code to type") int digits,
        Instant expiresAt,

        @About("from when a new code may be asked for; absent if none can be") @Nullable
        Instant resendAt,

        @About("when an authenticator app is registered: its secret, sealed to the replyKey of the request")
        @Seals(Enrolment.class)
        @Nullable
        Sealed enrolment,

        @About("of the address that a code went to, such as a•••@e•••.org; in disclosure HELPFUL only")
        @Length(max = 64)
        @Nullable
        String hint)
        implements Reply {

    /** Without a hint. */
    public ChallengeReady(
            UUID flow,
            MethodKind kind,
            int digits,
            Instant expiresAt,
            @Nullable Instant resendAt,
            @Nullable Sealed enrolment) {
        this(flow, kind, digits, expiresAt, resendAt, enrolment, null);
    }
}
