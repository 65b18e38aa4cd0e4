package io.sspr.registration.verification;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.block.AccountBlocks;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import io.sspr.registration.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a person prove a method for a reset or to unlock; whoever cannot gets a decoy that behaves the same in every way. */
@Component
class StartVerificationHandler implements Handler<StartVerification, FlowName> {

    private static final String NOBODYS_LOCALE = "en";

    private final Provers provers;
    private final EndedResets endedResets;
    private final Decoys decoys;
    private final Challenges challenges;
    private final Policies policies;
    private final AccountBlocks blocks;
    private final Kinds kinds;

    StartVerificationHandler(
            Provers provers,
            EndedResets endedResets,
            Decoys decoys,
            Challenges challenges,
            Policies policies,
            AccountBlocks blocks,
            Kinds kinds) {
        this.policies = policies;
        this.blocks = blocks;
        this.kinds = kinds;
        this.provers = provers;
        this.endedResets = endedResets;
        this.decoys = decoys;
        this.challenges = challenges;
    }

    @Override
    public Class<StartVerification> handles() {
        return StartVerification.class;
    }

    @Override
    public Prepared<FlowName> prepare(Received<StartVerification> message) {
        return Prepared.facts(
                new FlowName(message.message().client(), message.message().flow()));
    }

    @Override
    public List<String> locks(Received<StartVerification> message, FlowName flow) {
        return List.of(
                KnownAccount.lock(message.message().accountId()),
                flow.lock(),
                EndedResets.lock(message.message().resetId()));
    }

    @Override
    public void handle(Received<StartVerification> message, FlowName flow, Work work) {
        StartVerification asked = message.message();
        UUID request = message.envelope().correlationId();
        if (request == null) throw new IllegalStateException("a verification that no request asked for");
        boolean tooLate = !work.now().isBefore(asked.resetExpiresAt());
        Reply reply;
        if (endedResets.contains(asked.resetId())) reply = new RequestRefused(asked.flow(), Refusal.ENDED, null);
        else if (tooLate) reply = new RequestExpired(asked.flow());
        else reply = begin(asked, flow, work);
        work.replyTo(asked.client(), request, reply);
    }

    private Reply begin(StartVerification asked, FlowName flow, Work work) {
        Policy policy = policies.inForce();
        Optional<Instant> blocked = blocks.challenge(policy, asked.accountId(), asked.kind(), work);
        return blocked.isPresent()
                ? new RequestRefused(asked.flow(), Refusal.BLOCKED_FOR_NOW, blocked.get())
                : begin(asked, flow, policy, work);
    }

    private Reply begin(StartVerification asked, FlowName flow, Policy policy, Work work) {
        Prover prover = provers.of(asked.accountId(), asked.kind(), policy);
        Serving serving = new Serving(policy.methodRules().importedCount(), work.now());
        Optional<RegisteredMethod> method =
                prover.methods().serving(asked.kind(), asked.purpose(), serving).filter(found -> prover.counts());
        String locale = prover.account().map(known -> known.entry().locale()).orElse(NOBODYS_LOCALE);
        String address = method.map(RegisteredMethod::address).orElse("");
        Target target = target(asked, method);
        boolean tellsHint = policy.disclosure() == Disclosure.HELPFUL && target.isForReset();
        Challenge challenge = new Challenge(
                asked.verificationId(),
                flow,
                asked.flowHash(),
                target,
                null,
                locale,
                asked.resetExpiresAt(),
                address,
                null,
                tellsHint ? hint(method) : null);
        return challenges.begin(challenge, work);
    }

    private @Nullable String hint(Optional<RegisteredMethod> method) {
        return method.isPresent() ? kinds.of(method.get().kind()).hint(method.get()) : null;
    }

    private Target target(StartVerification asked, Optional<RegisteredMethod> method) {
        MethodKind kind = asked.kind();
        UUID methodId =
                method.map(RegisteredMethod::methodId).orElseGet(() -> decoys.methodId(asked.accountId(), kind));
        return new Target(
                asked.accountId(), methodId, methodId, kind, asked.purpose(), asked.resetId(), method.isEmpty());
    }
}
