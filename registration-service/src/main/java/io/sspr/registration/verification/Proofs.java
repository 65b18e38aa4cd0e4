package io.sspr.registration.verification;

import io.sspr.contract.Refusal;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.EmailAddress;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.totp.Totp;
import io.sspr.registration.totp.TotpSeed;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares proofs; for decoys with the same work and without success. */
@Component
class Proofs {

    private static final Match.Wrong WRONG = new Match.Wrong(Refusal.WRONG_PROOF);
    private static final TotpSeed NOBODYS_SEED = TotpSeed.generate(new SecureRandom());

    private final SecretKeeping keeping;
    private final Methods methods;
    private final Decoys decoys;

    Proofs(SecretKeeping keeping, Methods methods, Decoys decoys) {
        this.keeping = keeping;
        this.methods = methods;
        this.decoys = decoys;
    }

    /** What a proof of the verification is compared with, given the methods of its account. */
    ProofSubject subjectOf(Verification verification, AccountMethods ofAccount) {
        Target target = verification.target();
        if (verification.isToRegister()) return new ProofSubject(target.countedAs(), methodToBe(verification));
        if (target.decoy()) return new ProofSubject(target.countedAs(), null);
        // A method that was locked meanwhile goes on like one that never was.
        return ofAccount
                .usable(target.methodId())
                .map(method -> new ProofSubject(target.countedAs(), method))
                .orElseGet(() -> new ProofSubject(decoys.methodId(target.accountId(), target.kind()), null));
    }

    /** Compares; {@code at} is when the proof was handed in. */
    Match compare(Verification verification, ProofSubject subject, String typed, Instant at) {
        Match match = verification.target().kind().sendsCode()
                ? compareCode(verification, typed)
                : compareStep(subject.method(), typed, at);
        return subject.method() == null ? WRONG : match;
    }

    private Match compareCode(Verification verification, String typed) {
        return keeping.isCode(verification, typed) ? new Match.Right(0) : WRONG;
    }

    private static Match compareStep(@Nullable RegisteredMethod app, String typed, Instant at) {
        TotpSeed seed = app == null ? NOBODYS_SEED : Objects.requireNonNull(app.seed());
        long last = app == null ? 0 : Objects.requireNonNull(app.lastStep());
        OptionalLong step = Totp.stepOf(seed, typed, at);
        if (step.isEmpty()) return WRONG;
        return step.getAsLong() > last
                ? new Match.Right(step.getAsLong())
                : new Match.Wrong(Refusal.PROOF_ALREADY_USED);
    }

    private RegisteredMethod methodToBe(Verification verification) {
        UUID methodId = verification.target().methodId();
        UUID accountId = verification.target().accountId();
        String pending = keeping.pending(verification);
        return switch (verification.target().kind()) {
            case EMAIL ->
                RegisteredMethod.email(
                        methodId,
                        accountId,
                        pending,
                        methods.addressFingerprint(accountId, new EmailAddress(pending).comparable()));
            case AUTHENTICATOR_APP -> RegisteredMethod.app(methodId, accountId, TotpSeed.ofBase32(pending));
        };
    }
}
