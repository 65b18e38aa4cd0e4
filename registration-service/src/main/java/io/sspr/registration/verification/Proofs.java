package io.sspr.registration.verification;

import io.sspr.contract.state.Policy;
import io.sspr.registration.kind.Attempt;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.kind.Match;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Compares proofs; for decoys with the same work and without success. */
@Component
class Proofs {

    private final SecretKeeping keeping;
    private final Kinds kinds;
    private final Decoys decoys;

    Proofs(SecretKeeping keeping, Kinds kinds, Decoys decoys) {
        this.keeping = keeping;
        this.kinds = kinds;
        this.decoys = decoys;
    }

    /** What a proof of the verification is compared with. */
    ProofSubject subjectOf(Verification verification, Prover prover, Policy policy, Instant now) {
        Target target = verification.target();
        if (verification.isToRegister()) return new ProofSubject(target.countedAs(), methodToBe(verification));
        if (target.decoy()) return new ProofSubject(target.countedAs(), null);
        // A method that was removed, locked or ruled out meanwhile goes on like one that never was (ATK-12).
        return prover.methods()
                .serving(
                        target.methodId(),
                        target.purpose(),
                        new Serving(policy.methodRules().importedCount(), now))
                .filter(method -> prover.counts())
                .map(method -> new ProofSubject(target.countedAs(), method))
                .orElseGet(() -> new ProofSubject(decoys.methodId(target.accountId(), target.kind()), null));
    }

    /** Compares; {@code at} is when the proof was handed in. */
    Match compare(Verification verification, ProofSubject subject, String typed, Instant at) {
        Attempt attempt = new Attempt(
                verification.target().methodId(), typed, at, digits -> keeping.isCode(verification, digits));
        Match match = kinds.of(verification.target().kind()).compare(subject.method(), attempt);
        return subject.method() == null ? Match.WRONG : match;
    }

    private RegisteredMethod methodToBe(Verification verification) {
        Target target = verification.target();
        Kind kind = kinds.of(target.kind());
        return kind.toBe(target.methodId(), target.accountId(), keeping.pending(verification));
    }
}
