package io.sspr.registration.dispute;

import io.sspr.contract.event.ResetDisputed;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.freeze.Freezes;
import io.sspr.registration.signin.SignInProofs;
import io.sspr.registration.verification.Challenges;
import io.sspr.registration.verification.Verification;
import io.sspr.registration.verification.Verifications;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps whoever may be signed in as somebody else from the methods of an account that its owner has frozen. */
@Component
class ResetDisputedHandler implements Handler<ResetDisputed, UUID> {
    private final Freezes freezes;
    private final Verifications verifications;
    private final Challenges challenges;
    private final SignInProofs signInProofs;

    ResetDisputedHandler(
            Freezes freezes, Verifications verifications, Challenges challenges, SignInProofs signInProofs) {
        this.freezes = freezes;
        this.verifications = verifications;
        this.challenges = challenges;
        this.signInProofs = signInProofs;
    }

    @Override
    public Class<ResetDisputed> handles() {
        return ResetDisputed.class;
    }

    @Override
    public Prepared<UUID> prepare(Received<ResetDisputed> message) {
        return Prepared.facts(message.message().accountId());
    }

    @Override
    public List<String> locks(Received<ResetDisputed> message, UUID accountId) {
        return List.of(KnownAccount.lock(accountId));
    }

    @Override
    public void handle(Received<ResetDisputed> message, UUID accountId, Work work) {
        freezes.freeze(accountId, message.envelope().time());
        // It was lifted before it was heard of: what is under way now may be the owner's.
        if (!freezes.isFrozen(accountId)) return;
        // What belongs to a reset ends with the reset.
        verifications.openOfAccount(accountId).stream()
                .filter(Verification::isOfSignIn)
                .forEach(open -> challenges.cutShort(open, work));
        signInProofs.forgetAllOf(accountId);
    }
}
