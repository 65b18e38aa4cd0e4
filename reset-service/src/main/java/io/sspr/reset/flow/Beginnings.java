package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.request.Request;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.grant.Grants;
import io.sspr.reset.policy.Policies;
import io.sspr.reset.throttle.Admission;
import io.sspr.reset.throttle.RecentResets;
import io.sspr.reset.throttle.ThrottleLimits;
import io.sspr.reset.throttle.UnprovenResets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins resets and unlocks, with the same statements and messages whether or not anybody is known by the login. */
@Component
class Beginnings {

    private final KnownAccounts accounts;
    private final Freezes freezes;
    private final Grants grants;
    private final Policies policies;
    private final UnprovenResets unproven;
    private final Resets resets;
    private final ResetDecider decider;
    private final ResetSteps steps;
    private final Clock clock;

    Beginnings(
            KnownAccounts accounts,
            Freezes freezes,
            Grants grants,
            Policies policies,
            UnprovenResets unproven,
            Resets resets,
            ResetDecider decider,
            ResetSteps steps,
            Clock clock) {
        this.accounts = accounts;
        this.freezes = freezes;
        this.grants = grants;
        this.policies = policies;
        this.unproven = unproven;
        this.resets = resets;
        this.decider = decider;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Whom it would be for. An account that is frozen has no resets: to whoever asks it is nobody, unless an administrator
     * has had a code sent to its owner.
     */
    Asker asker(Received<? extends Request> message) {
        return asker(message, clock.instant());
    }

    private Asker asker(Received<? extends Request> message, Instant now) {
        String login = message.secret(LoginEntry.class).login();
        Asker nobody = accounts.nobody(login);
        Asker asker = accounts.asker(login);
        boolean frozen = freezes.isFrozen(asker.id());
        // Asked for everybody, so that the statements are the same.
        boolean granted = grants.isLive(asker.id(), now);
        return frozen && !granted ? nobody : asker;
    }

    List<String> locks(Received<? extends Request> message, Asker asker) {
        List<String> locks = new ArrayList<>(policies.locks());
        locks.add(Flows.name(message));
        locks.add(Asker.lock(asker.id()));
        return locks;
    }

    void begin(Received<? extends Request> message, Purpose purpose, String flowHash, Asker asker, Work work) {
        Optional<Policy> policy = policies.current();
        if (policy.isEmpty()) {
            work.park(Policies.AWAITED, Refusal.FAULT);
            return;
        }
        if (!asker(message, work.now()).equals(asker)) throw new StaleFacts("the login stands for somebody else now");
        RecentResets recent = unproven.of(asker.id());
        boolean strong = policy.get().kinds().stream().anyMatch(MethodKind::strong);
        Admission admission = recent.admit(strong, ThrottleLimits.SAFE, work.now());
        UUID flow = Flows.flow(message);
        boolean exists = resets.whose(message.sender(), flow).isPresent();
        Beginning beginning = new Beginning(
                work.newId(),
                message.sender(),
                flow,
                flowHash,
                asker,
                purpose,
                policy.get().gates(),
                admission instanceof Admission.StrongOnly,
                work.now(),
                message.secret(LoginEntry.class).origin());
        ResetDecision decision = decider.begin(beginning, exists, admission, policy.get());
        if (decision instanceof ResetDecision.Goes goes) {
            resets.add(goes.reset());
            if (admission instanceof Admission.Free) unproven.add(asker.id(), recent, ThrottleLimits.SAFE, work.now());
            work.arrived(Flows.name(message));
        }
        steps.answer(decision, work);
    }
}
