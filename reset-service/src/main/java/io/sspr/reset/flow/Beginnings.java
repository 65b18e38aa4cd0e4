package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.request.Request;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.eligibility.People;
import io.sspr.reset.eligibility.Person;
import io.sspr.reset.policy.Policies;
import io.sspr.reset.throttle.Admission;
import io.sspr.reset.throttle.RecentResets;
import io.sspr.reset.throttle.ThrottleLimits;
import io.sspr.reset.throttle.UnprovenResets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins resets and unlocks, with the same statements and messages whether or not anybody is known by the login. */
@Component
class Beginnings {

    private final KnownAccounts accounts;
    private final People people;
    private final Policies policies;
    private final UnprovenResets unproven;
    private final Resets resets;
    private final ResetDecider decider;
    private final ResetSteps steps;

    Beginnings(
            KnownAccounts accounts,
            People people,
            Policies policies,
            UnprovenResets unproven,
            Resets resets,
            ResetDecider decider,
            ResetSteps steps) {
        this.accounts = accounts;
        this.people = people;
        this.policies = policies;
        this.unproven = unproven;
        this.resets = resets;
        this.decider = decider;
        this.steps = steps;
    }

    /** Whom the login stands for, whether or not they can reset. */
    Asker asked(Received<? extends Request> message) {
        return accounts.asker(login(message));
    }

    private static String login(Received<? extends Request> message) {
        return message.secret(LoginEntry.class).login();
    }

    List<String> locks(Received<? extends Request> message, Asker asked) {
        List<String> locks = new ArrayList<>(policies.locks());
        locks.add(Flows.name(message));
        locks.add(Asker.lock(asked.id()));
        return locks;
    }

    /**
     * Who is not eligible is nobody, to whoever asks: the reset is that of their decoy. It is counted as their own all the
     * same, or being frozen would show in the counting; and they are told themselves.
     */
    void begin(Received<? extends Request> message, Purpose purpose, String flowHash, Asker asked, Work work) {
        Optional<Policy> current = policies.current();
        if (current.isEmpty()) {
            work.park(Policies.AWAITED, Refusal.FAULT);
            return;
        }
        if (!asked(message).equals(asked)) throw new StaleFacts("the login stands for somebody else now");
        Policy policy = current.get();
        Person person = people.of(asked.id(), work.now());
        Asker nobody = accounts.nobody(login(message));
        Ineligible ineligible = person.ineligibility(policy)
                .map(reason -> new Ineligible(asked.accountId(), reason))
                .orElse(null);
        List<MethodKind> shown = person.shown(policy).kinds();
        RecentResets recent = unproven.of(asked.id());
        ThrottleLimits limits = ThrottleLimits.of(policy);
        Admission admission = recent.admit(shown.stream().anyMatch(MethodKind::strong), limits, work.now());
        UUID flow = Flows.flow(message);
        boolean exists = resets.whose(message.sender(), flow).isPresent();
        Beginning beginning = new Beginning(
                work.newId(),
                message.sender(),
                flow,
                flowHash,
                ineligible == null ? asked : nobody,
                ineligible == null ? null : ineligible.accountId(),
                purpose,
                ineligible == null ? person.terms(policy) : Terms.ofAnybody(policy),
                policy.methodRules().importedCount(),
                shown,
                admission instanceof Admission.StrongOnly,
                work.now(),
                message.secret(LoginEntry.class).origin());
        ResetDecision decision = decider.begin(beginning, ineligible, exists, admission, policy);
        if (decision instanceof ResetDecision.Goes goes) {
            resets.add(goes.reset(), ResetLimits.of(policy));
            if (admission instanceof Admission.Free) unproven.add(asked.id(), recent, limits, work.now());
            work.arrived(Flows.name(message));
        }
        steps.answer(decision, work);
    }
}
