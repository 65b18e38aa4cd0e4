package io.sspr.registration.verification;

import io.sspr.contract.Refusal;
import org.jspecify.annotations.Nullable;

/** Where a verification is; the states of {@code verification.mermaid}. */
public enum VerificationStatus {
    /** A proof is awaited. */
    OPEN(null, null),
    /** The method was proven. */
    VERIFIED(null, Refusal.PROOF_ALREADY_USED),
    /** As many wrong proofs as one verification may have. */
    TOO_MANY_ATTEMPTS(Refusal.TOO_MANY_ATTEMPTS, Refusal.TOO_MANY_ATTEMPTS),
    /** As many wrong proofs in a row as a method may have; an outsider sees no difference to the former. */
    METHOD_LOCKED(Refusal.METHOD_LOCKED, Refusal.TOO_MANY_ATTEMPTS),
    /** No proof in time. */
    EXPIRED(Refusal.EXPIRED, Refusal.EXPIRED),
    /** Replaced by a newer one, or its reset ended. */
    ENDED(Refusal.ENDED, Refusal.ENDED);

    private final @Nullable Refusal recorded;
    private final @Nullable Refusal told;

    VerificationStatus(@Nullable Refusal recorded, @Nullable Refusal told) {
        this.recorded = recorded;
        this.told = told;
    }

    /** Of one that ended without success: the reason, as an event says it. */
    public Refusal recorded() {
        if (recorded == null) throw new IllegalStateException(this + " is no end without success");
        return recorded;
    }

    /** Of one that is over: why whatever comes later is refused, as the client hears it. */
    Refusal told() {
        if (told == null) throw new IllegalStateException(this + " is no end");
        return told;
    }
}
