package io.sspr.registration.verification;

import io.sspr.contract.Refusal;
import io.sspr.contract.policy.ProofLimits;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.block.AccountBlocks;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.kind.Match;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a proof: admits it, counts it, compares it, in this order and in one transaction. */
@Component
class SubmitProofHandler implements Handler<SubmitProof, FlowFacts> {

    private final Verifications verifications;
    private final ProofTallies tallies;
    private final Provers provers;
    private final Proofs proofs;
    private final ProofOutcomes outcomes;
    private final NewMethods newMethods;
    private final AccountBlocks blocks;
    private final Policies policies;

    SubmitProofHandler(
            Verifications verifications,
            ProofTallies tallies,
            Provers provers,
            Proofs proofs,
            ProofOutcomes outcomes,
            NewMethods newMethods,
            AccountBlocks blocks,
            Policies policies) {
        this.blocks = blocks;
        this.policies = policies;
        this.newMethods = newMethods;
        this.verifications = verifications;
        this.tallies = tallies;
        this.provers = provers;
        this.proofs = proofs;
        this.outcomes = outcomes;
    }

    @Override
    public Class<SubmitProof> handles() {
        return SubmitProof.class;
    }

    @Override
    public Prepared<FlowFacts> prepare(Received<SubmitProof> message) {
        FlowName flow = new FlowName(message.sender(), message.message().flow());
        return Prepared.facts(FlowFacts.of(flow, verifications.latestOf(flow)));
    }

    @Override
    public List<String> locks(Received<SubmitProof> message, FlowFacts facts) {
        return facts.locks();
    }

    @Override
    public void handle(Received<SubmitProof> message, FlowFacts facts, Work work) {
        Verification verification =
                facts.confirmed(verifications.latestOf(facts.flow())).orElse(null);
        if (verification == null) work.park(facts.flow().lock(), Refusal.UNKNOWN_FLOW);
        else handle(message, verification, work);
    }

    private void handle(Received<SubmitProof> message, Verification verification, Work work) {
        Policy policy = policies.inForce();
        ProofLimits limits = policy.limits().proofs();
        Target target = verification.target();
        Prover prover = provers.of(verification, policy);
        AccountMethods ofAccount = prover.methods();
        ProofSubject subject = proofs.subjectOf(verification, prover, policy, work.now());
        ProofTally tally = tallies.of(target.accountId(), subject.countedAs());
        ProofEntry entry = message.secret(ProofEntry.class);
        boolean knowsSecret = FlowSecret.matches(entry.flowSecret(), verification.flowHash());
        Admission admission =
                VerificationDecider.admit(verification.progress(), tally, limits, knowsSecret, work.now());
        if (admission instanceof Admission.Refused refused) {
            work.refuse(refused.reason(), refused.retryAt());
            return;
        }
        Instant blocked = target.isForReset()
                ? blocks.proof(policy, target.accountId(), target.kind(), work).orElse(null)
                : null;
        if (blocked != null) {
            work.refuse(Refusal.BLOCKED_FOR_NOW, blocked);
            return;
        }
        Optional<Refusal> obstacle = obstacle(verification, subject, ofAccount, work.now());
        if (obstacle.isPresent()) {
            work.refuse(obstacle.get(), null);
            return;
        }
        if (admission instanceof Admission.Exhausted exhausted) {
            outcomes.rejected(verification, subject, exhausted.verdict(), entry.origin(), work);
            return;
        }
        Admission.Counted counted = (Admission.Counted) admission;
        verifications.count(verification, counted.progress());
        tallies.count(target.accountId(), subject.countedAs(), tally, counted.tally());
        Match match = proofs.compare(verification, subject, entry.proof(), message.appendedAt());
        Verdict verdict = VerificationDecider.judge(counted, match, limits);
        if (target.isForReset() && verdict instanceof Verdict.Rejected)
            blocks.wrong(policy, target.accountId(), target.kind(), work);
        RegisteredMethod method = subject.method();
        if (verdict instanceof Verdict.Proven proven && method != null)
            outcomes.proven(verification, method, ofAccount, proven, entry.origin(), work);
        else if (verdict instanceof Verdict.Rejected rejected)
            outcomes.rejected(verification, subject, rejected, entry.origin(), work);
    }

    /** Of a method to be registered: another flow may have been faster. */
    private Optional<Refusal> obstacle(
            Verification verification, ProofSubject subject, AccountMethods ofAccount, Instant now) {
        RegisteredMethod toBe = subject.method();
        Occasion occasion = verification.occasion();
        return verification.isToRegister() && toBe != null && occasion != null
                ? newMethods.obstacle(verification, occasion, toBe, ofAccount, now)
                : Optional.empty();
    }
}
