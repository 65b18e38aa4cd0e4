package io.sspr.reset.dispute;

import io.sspr.contract.Refusal;
import io.sspr.contract.request.DisputeReset;
import io.sspr.contract.seal.Disputes;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccounts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Believes who has what only a notice gives, and freezes their account. */
@Component
class DisputeResetHandler implements Handler<DisputeReset, DisputeResetHandler.Facts> {

    /** Whose account it would be, and the code that is still to be compared; none if the token was right already. */
    record Facts(Asker asker, Optional<Denial.ByCode> code) {}

    private final KnownAccounts accounts;
    private final Disputes disputes;
    private final DisputeTries tries;
    private final Freezing freezing;
    private final Clock clock;

    DisputeResetHandler(KnownAccounts accounts, Disputes disputes, DisputeTries tries, Freezing freezing, Clock clock) {
        this.accounts = accounts;
        this.disputes = disputes;
        this.tries = tries;
        this.freezing = freezing;
        this.clock = clock;
    }

    @Override
    public Class<DisputeReset> handles() {
        return DisputeReset.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<DisputeReset> message) {
        Optional<Denial> denial = Denial.of(message.secret(DisputeEntry.class));
        if (denial.isEmpty()) return Prepared.refuse(Refusal.DISPUTE_INVALID);
        if (denial.get() instanceof Denial.ByCode code)
            return Prepared.facts(new Facts(accounts.asker(code.login()), Optional.of(code)));
        Optional<UUID> accountId = denial.get() instanceof Denial.ByToken token
                ? disputes.accountOf(token.token(), clock.instant())
                : Optional.empty();
        return accountId.isEmpty()
                ? Prepared.refuse(Refusal.DISPUTE_INVALID)
                : Prepared.facts(new Facts(new Asker(accountId.get(), true), Optional.empty()));
    }

    @Override
    public List<String> locks(Received<DisputeReset> message, Facts facts) {
        return List.of(Asker.lock(facts.asker().id()));
    }

    @Override
    public void handle(Received<DisputeReset> message, Facts facts, Work work) {
        Asker asker = facts.asker();
        boolean believed = facts.code().isEmpty() || isRight(asker, facts.code().get(), work);
        if (believed)
            freezing.freeze(asker.id(), message.secret(DisputeEntry.class).origin(), work);
    }

    /** Counts the try before it compares; a right one is forgiven. */
    private boolean isRight(Asker asker, Denial.ByCode code, Work work) {
        if (!accounts.asker(code.login()).equals(asker)) throw new StaleFacts("the login stands for somebody else now");
        Tries before = tries.of(asker.id());
        Optional<Instant> retryAt = before.retryAt(work.now());
        if (retryAt.isPresent()) {
            work.refuse(Refusal.TOO_SOON, retryAt.get());
            return false;
        }
        tries.save(asker.id(), before.with(work.now()));
        boolean right = disputes.isCode(asker.id(), code.code(), work.now()) && asker.known();
        if (right) tries.clear(asker.id());
        else work.refuse(Refusal.DISPUTE_INVALID, null);
        return right;
    }
}
