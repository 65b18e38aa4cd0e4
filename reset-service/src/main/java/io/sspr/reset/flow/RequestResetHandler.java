package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.policy.Policies;
import io.sspr.reset.throttle.Admission;
import io.sspr.reset.throttle.RecentResets;
import io.sspr.reset.throttle.ThrottleLimits;
import io.sspr.reset.throttle.UnprovenResets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins a reset, with the same statements and messages whether or not anybody is known by the login. */
@Component
class RequestResetHandler implements Handler<RequestReset, Asker> {

    private final KnownAccounts accounts;
    private final Policies policies;
    private final UnprovenResets unproven;
    private final Resets resets;
    private final ResetDecider decider;
    private final ResetSteps steps;

    RequestResetHandler(
            KnownAccounts accounts,
            Policies policies,
            UnprovenResets unproven,
            Resets resets,
            ResetDecider decider,
            ResetSteps steps) {
        this.accounts = accounts;
        this.policies = policies;
        this.unproven = unproven;
        this.resets = resets;
        this.decider = decider;
        this.steps = steps;
    }

    @Override
    public Class<RequestReset> handles() {
        return RequestReset.class;
    }

    @Override
    public Prepared<Asker> prepare(Received<RequestReset> message) {
        return Prepared.facts(accounts.asker(message.secret(LoginEntry.class).login()));
    }

    @Override
    public List<String> locks(Received<RequestReset> message, Asker asker) {
        List<String> locks = new ArrayList<>(policies.locks());
        locks.add(name(message));
        locks.add(Asker.lock(asker.id()));
        return locks;
    }

    @Override
    public void handle(Received<RequestReset> message, Asker asker, Work work) {
        Optional<Policy> policy = policies.current();
        if (policy.isEmpty()) {
            work.park(Policies.AWAITED, Refusal.FAULT);
            return;
        }
        if (!accounts.asker(message.secret(LoginEntry.class).login()).equals(asker))
            throw new StaleFacts("the login stands for somebody else now");
        RecentResets recent = unproven.of(asker.id());
        boolean strong = policy.get().kinds().stream().anyMatch(MethodKind::strong);
        Admission admission = recent.admit(strong, ThrottleLimits.SAFE, work.now());
        RequestReset request = message.message();
        boolean exists = resets.whose(message.sender(), request.flow()).isPresent();
        Beginning beginning = new Beginning(
                work.newId(),
                message.sender(),
                request.flow(),
                request.flowHash(),
                asker,
                policy.get().gates(),
                admission instanceof Admission.StrongOnly,
                work.now());
        ResetDecision decision = decider.begin(beginning, exists, admission, policy.get());
        if (decision instanceof ResetDecision.Goes goes) {
            resets.add(goes.reset());
            unproven.add(asker.id(), recent, ThrottleLimits.SAFE, work.now());
            work.arrived(name(message));
        }
        steps.answer(decision, work);
    }

    private static String name(Received<RequestReset> message) {
        return Flows.name(message.sender(), message.message().flow());
    }
}
