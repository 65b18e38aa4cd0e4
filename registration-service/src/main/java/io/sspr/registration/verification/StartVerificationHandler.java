package io.sspr.registration.verification;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import io.sspr.registration.policy.PolicyProperties;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets a person prove a method for a reset or to unlock; whoever cannot gets a decoy that behaves the same in every way. */
@Component
class StartVerificationHandler implements Handler<StartVerification, FlowName> {

    private static final String NOBODYS_LOCALE = "en";

    private final Accounts accounts;
    private final Methods methods;
    private final EndedResets endedResets;
    private final Decoys decoys;
    private final Challenges challenges;
    private final PolicyProperties policy;

    StartVerificationHandler(
            Accounts accounts,
            Methods methods,
            EndedResets endedResets,
            Decoys decoys,
            Challenges challenges,
            PolicyProperties policy) {
        this.policy = policy;
        this.accounts = accounts;
        this.methods = methods;
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
        Optional<KnownAccount> account = accounts.find(asked.accountId());
        Serving serving = new Serving(policy.importedCount(), work.now());
        Optional<RegisteredMethod> method =
                methods.of(asked.accountId()).serving(asked.kind(), asked.purpose(), serving);
        String locale = account.map(known -> known.entry().locale()).orElse(NOBODYS_LOCALE);
        String address = method.map(RegisteredMethod::address).orElse("");
        Challenge challenge = new Challenge(
                asked.verificationId(),
                flow,
                asked.flowHash(),
                target(asked, method),
                null,
                locale,
                asked.resetExpiresAt(),
                address,
                null);
        return challenges.begin(challenge, work);
    }

    private Target target(StartVerification asked, Optional<RegisteredMethod> method) {
        MethodKind kind = asked.kind();
        UUID methodId =
                method.map(RegisteredMethod::methodId).orElseGet(() -> decoys.methodId(asked.accountId(), kind));
        return new Target(
                asked.accountId(), methodId, methodId, kind, asked.purpose(), asked.resetId(), method.isEmpty());
    }
}
