package io.sspr.registration.verification;

import io.sspr.contract.Disclosure;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.block.AccountBlocks;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.policy.Policies;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends a new code in place of the old one. */
@Component
class ResendCodeHandler implements Handler<ResendCode, FlowFacts> {

    private final Verifications verifications;
    private final Provers provers;
    private final Proofs proofs;
    private final Challenges challenges;
    private final Kinds kinds;
    private final AccountBlocks blocks;
    private final Policies policies;

    ResendCodeHandler(
            Verifications verifications,
            Provers provers,
            Proofs proofs,
            Challenges challenges,
            Kinds kinds,
            AccountBlocks blocks,
            Policies policies) {
        this.verifications = verifications;
        this.provers = provers;
        this.proofs = proofs;
        this.challenges = challenges;
        this.kinds = kinds;
        this.blocks = blocks;
        this.policies = policies;
    }

    @Override
    public Class<ResendCode> handles() {
        return ResendCode.class;
    }

    @Override
    public Prepared<FlowFacts> prepare(Received<ResendCode> message) {
        FlowName flow = new FlowName(message.sender(), message.message().flow());
        return Prepared.facts(FlowFacts.of(flow, verifications.latestOf(flow)));
    }

    @Override
    public List<String> locks(Received<ResendCode> message, FlowFacts facts) {
        return facts.locks();
    }

    @Override
    public void handle(Received<ResendCode> message, FlowFacts facts, Work work) {
        Verification verification =
                facts.confirmed(verifications.latestOf(facts.flow())).orElse(null);
        if (verification == null) {
            work.park(facts.flow().lock(), Refusal.UNKNOWN_FLOW);
            return;
        }
        Policy policy = policies.inForce();
        Target target = verification.target();
        boolean knowsSecret = FlowSecret.matches(message.secret(FlowKey.class).flowSecret(), verification.flowHash());
        Renewal renewal = VerificationDecider.renew(
                verification.progress(), target.kind(), policy.limits().codes(), knowsSecret, work.now());
        if (renewal instanceof Renewal.Refused refused) work.refuse(refused.reason(), refused.retryAt());
        else if (renewal instanceof Renewal.Granted granted) {
            Instant blocked = target.isForReset()
                    ? blocks.challenge(policy, target.accountId(), target.kind(), work)
                            .orElse(null)
                    : null;
            if (blocked != null) work.refuse(Refusal.BLOCKED_FOR_NOW, blocked);
            else work.reply(renew(verification, granted.progress(), policy, work));
        }
    }

    /** Nothing is sent to where a method was that is removed, locked or ruled out by now. */
    private ChallengeReady renew(Verification verification, Progress next, Policy policy, Work work) {
        Target target = verification.target();
        Prover prover = provers.of(verification, policy);
        RegisteredMethod method =
                proofs.subjectOf(verification, prover, policy, work.now()).method();
        boolean tellsHint = target.isForReset() && policy.disclosure() == Disclosure.HELPFUL;
        String hint = tellsHint && method != null ? kinds.of(method.kind()).hint(method) : null;
        return challenges.renew(verification, next, method != null, hint, work);
    }
}
