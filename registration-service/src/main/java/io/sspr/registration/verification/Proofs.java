package io.sspr.registration.verification;

import io.sspr.contract.state.Policy;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.kind.Attempt;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.kind.Match;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import io.sspr.registration.policy.PersonalTerms;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Compares proofs; for decoys with the same work and without success. */
@Component
class Proofs {

    private final SecretKeeping keeping;
    private final Kinds kinds;
    private final Decoys decoys;
    private final Accounts accounts;
    private final PersonalTerms personalTerms;

    Proofs(SecretKeeping keeping, Kinds kinds, Decoys decoys, Accounts accounts, PersonalTerms personalTerms) {
        this.keeping = keeping;
        this.kinds = kinds;
        this.decoys = decoys;
        this.accounts = accounts;
        this.personalTerms = personalTerms;
    }

    /** What a proof of the verification is compared with, given the methods of its account. */
    ProofSubject subjectOf(Verification verification, AccountMethods ofAccount, Policy policy, Instant now) {
        Target target = verification.target();
        if (verification.isToRegister()) return new ProofSubject(target.countedAs(), methodToBe(verification));
        boolean counts = counts(target, policy);
        if (target.decoy()) return new ProofSubject(target.countedAs(), null);
        // A method that was removed, locked or ruled out meanwhile goes on like one that never was (ATK-12).
        return ofAccount
                .serving(
                        target.methodId(),
                        target.purpose(),
                        new Serving(policy.methodRules().importedCount(), now))
                .filter(method -> counts)
                .map(method -> new ProofSubject(target.countedAs(), method))
                .orElseGet(() -> new ProofSubject(decoys.methodId(target.accountId(), target.kind()), null));
    }

    /** Whether such a method counts for such a person; looked at for a decoy too, so that it takes as long. */
    private boolean counts(Target target, Policy policy) {
        return !target.isForReset()
                || !target.kind().isRegistered()
                || personalTerms
                        .of(policy, accounts.find(target.accountId()))
                        .kinds()
                        .contains(target.kind());
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
