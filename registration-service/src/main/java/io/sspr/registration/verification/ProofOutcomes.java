package io.sspr.registration.verification;

import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.secret.Origin;
import io.sspr.messaging.Work;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.kind.Proven;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.signin.SignInProofs;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves and tells what a proof came to. */
@Component
class ProofOutcomes {

    private final Verifications verifications;
    private final ProofTallies tallies;
    private final Kinds kinds;
    private final MethodStates methodStates;
    private final NewMethods newMethods;
    private final SignInProofs signInProofs;

    ProofOutcomes(
            Verifications verifications,
            ProofTallies tallies,
            Kinds kinds,
            MethodStates methodStates,
            NewMethods newMethods,
            SignInProofs signInProofs) {
        this.verifications = verifications;
        this.tallies = tallies;
        this.kinds = kinds;
        this.methodStates = methodStates;
        this.newMethods = newMethods;
        this.signInProofs = signInProofs;
    }

    /** The client of a reset hears from the reset service, which now has a gate to open. */
    void proven(
            Verification verification,
            RegisteredMethod method,
            AccountMethods ofAccount,
            Verdict.Proven verdict,
            @Nullable Origin origin,
            Work work) {
        verifications.finish(verification.with(verdict.progress()), work.now());
        tallies.clear(method.accountId(), verification.target().countedAs());
        work.publish(verification.verified(method));
        Kind kind = kinds.of(method.kind());
        Occasion occasion = verification.occasion();
        if (verification.isToRegister() && occasion != null) {
            RegisteredMethod registered = kind.registered(method, verdict.used());
            work.reply(newMethods.proven(verification, occasion, registered, ofAccount, origin, work));
            return;
        }
        kind.useUp(used(verification, method, verdict, origin), work);
        if (occasion != null) {
            signInProofs.add(verification.signIn(occasion), method.methodId(), work.now());
            work.reply(new StepUpPassed(verification.flow().flow(), method.kind()));
        }
    }

    void rejected(
            Verification verification,
            ProofSubject subject,
            Verdict.Rejected verdict,
            @Nullable Origin origin,
            Work work) {
        work.publish(verification.rejected(verdict));
        if (verdict.progress().status() == VerificationStatus.METHOD_LOCKED && !verification.isToRegister())
            lock(verification.target().accountId(), subject, origin, work);
        if (verdict.isEnd()) {
            Verification ended = verification.with(verdict.progress());
            verifications.finish(ended, work.now());
            work.publish(ended.ended());
        }
        work.reply(new ProofRejected(
                verification.flow().flow(), verdict.told(), verdict.attemptsLeft(), verdict.retryAt()));
    }

    private void lock(UUID accountId, ProofSubject subject, @Nullable Origin origin, Work work) {
        RegisteredMethod method = subject.method();
        // After the lock of a real method a decoy takes its place and counts from nought, so a decoy starts anew too.
        if (method == null) tallies.clear(accountId, subject.countedAs());
        else methodStates.lock(method, origin, work);
    }

    private static Proven used(
            Verification verification, RegisteredMethod method, Verdict.Proven verdict, @Nullable Origin origin) {
        return new Proven(
                method,
                verdict.used(),
                verification.id(),
                verification.target().resetId(),
                verification.flow(),
                verification.flowHash(),
                origin);
    }
}
