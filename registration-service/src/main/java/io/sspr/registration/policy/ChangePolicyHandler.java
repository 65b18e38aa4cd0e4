package io.sspr.registration.policy;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.policy.PolicyFault;
import io.sspr.contract.policy.PolicyFaults;
import io.sspr.contract.reply.PolicyRefused;
import io.sspr.contract.request.ChangePolicy;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.freeze.Freezes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts other rules in force, as a whole or not at all. */
@Component
class ChangePolicyHandler implements Handler<ChangePolicy, List<PolicyFault>> {
    private final Policies policies;
    private final Accounts accounts;
    private final Freezes freezes;

    ChangePolicyHandler(Policies policies, Accounts accounts, Freezes freezes) {
        this.policies = policies;
        this.accounts = accounts;
        this.freezes = freezes;
    }

    @Override
    public Class<ChangePolicy> handles() {
        return ChangePolicy.class;
    }

    @Override
    public Prepared<List<PolicyFault>> prepare(Received<ChangePolicy> message) {
        return Prepared.facts(PolicyFaults.of(message.message().policy()));
    }

    @Override
    public List<String> locks(Received<ChangePolicy> message, List<PolicyFault> faults) {
        return List.of(KnownAccount.lock(message.signedIn().subject()), Policies.LOCK);
    }

    @Override
    public void handle(Received<ChangePolicy> message, List<PolicyFault> faults, Work work) {
        UUID administratorId = message.signedIn().subject();
        Policy inForce = policies.inForce();
        Policy wanted = message.message().policy();
        // First, so that nobody else learns what the rules are.
        if (!accounts.isAdministrator(administratorId)) work.refuse(Refusal.NOT_ADMINISTRATOR, null);
        else if (freezes.isFrozen(administratorId)) work.refuse(Refusal.FROZEN, null);
        else if (wanted.version() != inForce.version()) work.refuse(Refusal.VERSION_CONFLICT, null);
        else if (!faults.isEmpty()) work.reply(new PolicyRefused(faults));
        else change(inForce, wanted.inVersion(inForce.version() + 1), administratorId, work);
    }

    private void change(Policy inForce, Policy next, UUID administratorId, Work work) {
        policies.change(inForce, next);
        work.publish(new PolicyChanged(administratorId, next));
        work.publish(work.newId(), next);
        work.reply(new io.sspr.contract.reply.PolicyChanged(next.version()));
    }
}
