package io.sspr.registration.verification;

import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.messaging.Work;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Saves and tells what a compared proof came to. */
@Component
class ProofOutcomes {

    private final Verifications verifications;
    private final ProofTallies tallies;
    private final Methods methods;
    private final MethodStates methodStates;

    ProofOutcomes(Verifications verifications, ProofTallies tallies, Methods methods, MethodStates methodStates) {
        this.verifications = verifications;
        this.tallies = tallies;
        this.methods = methods;
        this.methodStates = methodStates;
    }

    /** The client of a reset hears from the reset service, which now has a gate to open. */
    void proven(
            Verification verification,
            RegisteredMethod method,
            AccountMethods ofAccount,
            Verdict.Proven verdict,
            Work work) {
        verifications.finish(verification.with(verdict.progress()), work.now());
        tallies.clear(method.accountId(), verification.target().countedAs());
        work.publish(verification.verified());
        if (verification.isToRegister()) {
            methodStates.register(method.withStep(verdict.step()), ofAccount, work);
            UUID flow = verification.flow().flow();
            work.reply(new MethodRegistered(flow, method.methodId(), method.kind()));
        } else if (!method.kind().sendsCode()) {
            methods.useUp(method.methodId(), verdict.step());
        }
    }

    void rejected(Verification verification, ProofSubject subject, Verdict.Rejected verdict, Work work) {
        work.publish(verification.rejected(verdict));
        if (verdict.progress().status() == VerificationStatus.METHOD_LOCKED && !verification.isToRegister())
            lock(verification.target().accountId(), subject, work);
        if (verdict.isEnd()) {
            Verification ended = verification.with(verdict.progress());
            verifications.finish(ended, work.now());
            work.publish(ended.ended());
        }
        work.reply(new ProofRejected(
                verification.flow().flow(), verdict.told(), verdict.attemptsLeft(), verdict.retryAt()));
    }

    private void lock(UUID accountId, ProofSubject subject, Work work) {
        RegisteredMethod method = subject.method();
        // After the lock of a real method a decoy takes its place and counts from nought, so a decoy starts anew too.
        if (method == null) tallies.clear(accountId, subject.countedAs());
        else methodStates.lock(method, work);
    }
}
