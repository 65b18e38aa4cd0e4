package io.sspr.registration.stepup;

import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.freeze.Freezes;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import io.sspr.registration.policy.Policies;
import io.sspr.registration.verification.Challenge;
import io.sspr.registration.verification.Challenges;
import io.sspr.registration.verification.Occasion;
import io.sspr.registration.verification.Target;
import io.sspr.registration.verification.Verifications;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets a person who is signed in prove one method more. */
@Component
class StepUpHandler implements Handler<StepUp, FlowName> {

    /** However often the code is renewed. */
    private static final Duration LONGEST_STEP_UP = Duration.ofMinutes(60);

    private final Accounts accounts;
    private final Methods methods;
    private final Verifications verifications;
    private final Challenges challenges;
    private final Policies policies;
    private final Freezes freezes;

    StepUpHandler(
            Accounts accounts,
            Methods methods,
            Verifications verifications,
            Challenges challenges,
            Policies policies,
            Freezes freezes) {
        this.accounts = accounts;
        this.methods = methods;
        this.verifications = verifications;
        this.challenges = challenges;
        this.policies = policies;
        this.freezes = freezes;
    }

    @Override
    public Class<StepUp> handles() {
        return StepUp.class;
    }

    @Override
    public Prepared<FlowName> prepare(Received<StepUp> message) {
        return Prepared.facts(new FlowName(message.sender(), message.message().flow()));
    }

    @Override
    public List<String> locks(Received<StepUp> message, FlowName flow) {
        return List.of(KnownAccount.lock(message.signedIn().subject()), flow.lock());
    }

    @Override
    public void handle(Received<StepUp> message, FlowName flow, Work work) {
        Optional<KnownAccount> account = accounts.find(message.signedIn().subject());
        Policy policy = policies.inForce();
        Serving serving = new Serving(policy.methodRules().importedCount(), work.now());
        // The person is signed in: no need to hide what they have.
        Optional<RegisteredMethod> method = methods.of(message.signedIn().subject())
                .serving(message.message().kind(), Purpose.STEP_UP, serving)
                .filter(found -> found.kind().isRegistered())
                .filter(found -> !policy.stopped().kinds().contains(found.kind()));
        if (account.isEmpty()) work.refuse(Refusal.UNKNOWN_ACCOUNT, null);
        // It is a part of signing in, and nobody signs in.
        else if (freezes.isFrozen(account.get().accountId())) work.refuse(Refusal.FROZEN, null);
        else if (verifications.latestOf(flow).isPresent()) work.refuse(Refusal.FLOW_EXISTS, null);
        else if (method.isEmpty()) work.refuse(Refusal.KIND_NOT_OFFERED, null);
        else work.reply(challenges.begin(challenge(message, flow, account.get(), method.get(), work), work));
    }

    private static Challenge challenge(
            Received<StepUp> message, FlowName flow, KnownAccount account, RegisteredMethod method, Work work) {
        String address = method.address();
        return new Challenge(
                UUID.randomUUID(),
                flow,
                message.message().flowHash(),
                new Target(
                        account.accountId(),
                        method.methodId(),
                        method.methodId(),
                        method.kind(),
                        Purpose.STEP_UP,
                        null,
                        false),
                new Occasion(message.signedIn().authTime(), work.now(), null),
                account.entry().locale(),
                work.now().plus(LONGEST_STEP_UP),
                address == null ? "" : address,
                null,
                null);
    }
}
