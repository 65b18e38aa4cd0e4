package io.sspr.reset.flow;

import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.grant.Grants;
import io.sspr.reset.policy.Policies;
import org.springframework.stereotype.Component;

/** Carries out what was decided about a reset. */
@Component
class ResetSteps {

    private final Resets resets;
    private final PasswordVersions passwords;
    private final Grants grants;
    private final Freezes freezes;
    private final Policies policies;

    ResetSteps(Resets resets, PasswordVersions passwords, Grants grants, Freezes freezes, Policies policies) {
        this.policies = policies;
        this.resets = resets;
        this.passwords = passwords;
        this.grants = grants;
        this.freezes = freezes;
    }

    /** Saves what becomes of the reset and answers the request being handled. */
    void take(Reset before, ResetDecision decision, Work work) {
        if (decision instanceof ResetDecision.Goes goes) save(before, goes, work);
        answer(decision, work);
    }

    /** Saves what becomes of the reset; a password set by it ends all others of the account. */
    void save(Reset before, ResetDecision.Goes goes, Work work) {
        Policy policy = policies.required();
        resets.save(before, goes.reset(), ResetLimits.of(policy), work.now());
        if (goes.credential() != null) {
            passwords.reset(goes.credential(), policy.afterReset(), work.now());
            passwords.forgetOrigins(goes.credential());
            if (goes.reset().progress().isArranged()) {
                grants.end(goes.credential().accountId());
                // The owner is back, and whoever knew the old password is out.
                freezes.lift(goes.credential().accountId());
            }
        }
    }

    /** Tells everybody, and answers the request being handled. */
    void answer(ResetDecision decision, Work work) {
        if (decision instanceof ResetDecision.Refused refused) work.refuse(refused.reason(), refused.retryAt());
        if (decision instanceof ResetDecision.NeedsNewFacts stale) throw new StaleFacts(stale.why());
        if (decision instanceof ResetDecision.Goes goes) {
            goes.events().forEach(work::publish);
            Internal asked = goes.asked();
            if (asked != null) work.send(work.newId(), asked);
            Reply reply = goes.reply();
            if (reply != null) work.reply(reply);
        }
    }
}
