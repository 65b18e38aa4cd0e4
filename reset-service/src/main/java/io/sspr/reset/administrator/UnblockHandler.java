package io.sspr.reset.administrator;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.AccountUnblocked;
import io.sspr.contract.reply.Unblocked;
import io.sspr.contract.request.Unblock;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.administrator.AdministratorDecider.Standing;
import io.sspr.reset.dispute.DisputeTries;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.signin.SignInFailures;
import io.sspr.reset.throttle.UnprovenResets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lifts whatever holds an account back, and says so even if there was nothing: who looked is worth knowing too. */
@Component
class UnblockHandler implements Handler<Unblock, Asker> {

    private final Administrators administrators;
    private final SignInFailures failures;
    private final UnprovenResets unproven;
    private final DisputeTries tries;
    private final Freezes freezes;

    UnblockHandler(
            Administrators administrators,
            SignInFailures failures,
            UnprovenResets unproven,
            DisputeTries tries,
            Freezes freezes) {
        this.administrators = administrators;
        this.failures = failures;
        this.unproven = unproven;
        this.tries = tries;
        this.freezes = freezes;
    }

    @Override
    public Class<Unblock> handles() {
        return Unblock.class;
    }

    @Override
    public Prepared<Asker> prepare(Received<Unblock> message) {
        return Prepared.facts(administrators.target(message));
    }

    @Override
    public List<String> locks(Received<Unblock> message, Asker target) {
        return administrators.locks(message, target);
    }

    @Override
    public void handle(Received<Unblock> message, Asker target, Work work) {
        Standing standing = administrators.standing(message, target);
        Optional<Refusal> refusal = AdministratorDecider.refusal(standing, target);
        if (refusal.isPresent()) work.refuse(refusal.get(), null);
        else unblock(target.id(), standing.id(), work);
    }

    private void unblock(UUID accountId, UUID administratorId, Work work) {
        failures.clear(accountId);
        unproven.clear(accountId);
        tries.clear(accountId);
        freezes.lift(accountId, work.now());
        work.publish(new AccountUnblocked(accountId, administratorId));
        work.reply(new Unblocked(accountId));
    }
}
