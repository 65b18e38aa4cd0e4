package io.sspr.reset.flow;

import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.grant.Grants;
import io.sspr.reset.notice.Notices;
import io.sspr.reset.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what was decided about a reset. */
@Component
class ResetSteps {

    private final Resets resets;
    private final PasswordVersions passwords;
    private final Grants grants;
    private final Freezes freezes;
    private final Notices notices;
    private final Policies policies;

    ResetSteps(
            Resets resets,
            PasswordVersions passwords,
            Grants grants,
            Freezes freezes,
            Notices notices,
            Policies policies) {
        this.policies = policies;
        this.resets = resets;
        this.passwords = passwords;
        this.grants = grants;
        this.freezes = freezes;
        this.notices = notices;
    }

    /** Saves what becomes of the reset and answers the request being handled. */
    void take(Reset before, ResetDecision decision, Work work) {
        take(before, decision, null, work);
    }

    /** The same of a step that tells where it was made, which is newer than where the reset was asked for. */
    void take(Reset before, ResetDecision decision, @Nullable Origin here, Work work) {
        if (decision instanceof ResetDecision.Goes goes) save(before, goes, work);
        answer(decision, here, work);
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
                freezes.lift(goes.credential().accountId(), work.now());
            }
        }
    }

    /** Tells everybody, and answers the request being handled. */
    void answer(ResetDecision decision, Work work) {
        answer(decision, null, work);
    }

    private void answer(ResetDecision decision, @Nullable Origin here, Work work) {
        if (decision instanceof ResetDecision.Refused refused) work.refuse(refused.reason(), refused.retryAt());
        if (decision instanceof ResetDecision.NeedsNewFacts stale) throw new StaleFacts(stale.why());
        if (decision instanceof ResetDecision.Goes goes) {
            publish(goes, here, work);
            Internal asked = goes.asked();
            if (asked != null) work.send(work.newId(), asked);
            Reply reply = goes.reply();
            if (reply != null) work.reply(reply);
        }
    }

    /** Tells everybody, and the owner from where. */
    void publish(ResetDecision.Goes goes, @Nullable Origin here, Work work) {
        Origin origin = here == null ? goes.reset().beginning().origin() : here;
        for (Event event : goes.events()) notices.publish(event, origin, work);
    }
}
