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
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.signin.Marks;
import io.sspr.reset.signin.SignInFailures;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Believes who has what only a notice gives, and freezes their account. */
@Component
class DisputeResetHandler implements Handler<DisputeReset, DisputeResetHandler.Facts> {

    /** Whose account it would be, and either the code that is still to be compared or when the right token was made. */
    record Facts(
            Asker asker,
            Optional<Denial.ByCode> code,
            @Nullable String origin,
            Instant madeAt) {}

    private final KnownAccounts accounts;
    private final Disputes disputes;
    private final DisputeTries tries;
    private final SignInFailures signIns;
    private final Marks marks;
    private final Freezes freezes;
    private final Freezing freezing;
    private final Clock clock;

    DisputeResetHandler(
            KnownAccounts accounts,
            Disputes disputes,
            DisputeTries tries,
            SignInFailures signIns,
            Marks marks,
            Freezes freezes,
            Freezing freezing,
            Clock clock) {
        this.accounts = accounts;
        this.disputes = disputes;
        this.tries = tries;
        this.signIns = signIns;
        this.marks = marks;
        this.freezes = freezes;
        this.freezing = freezing;
        this.clock = clock;
    }

    @Override
    public Class<DisputeReset> handles() {
        return DisputeReset.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<DisputeReset> message) {
        DisputeEntry entry = message.secret(DisputeEntry.class);
        Optional<Denial> denial = Denial.of(entry);
        if (denial.isEmpty()) return Prepared.refuse(Refusal.DISPUTE_INVALID);
        if (denial.get() instanceof Denial.ByCode code) {
            Asker asker = accounts.asker(code.login());
            return Prepared.facts(
                    new Facts(asker, Optional.of(code), marks.origin(asker.id(), entry.origin()), Instant.EPOCH));
        }
        Optional<Disputes.Token> read = denial.get() instanceof Denial.ByToken token
                ? disputes.read(token.token(), clock.instant())
                : Optional.empty();
        return read.map(token -> Prepared.facts(
                        new Facts(new Asker(token.accountId(), true), Optional.empty(), null, token.madeAt())))
                .orElseGet(() -> Prepared.refuse(Refusal.DISPUTE_INVALID));
    }

    @Override
    public List<String> locks(Received<DisputeReset> message, Facts facts) {
        return List.of(Asker.lock(facts.asker().id()));
    }

    @Override
    public void handle(Received<DisputeReset> message, Facts facts, Work work) {
        Asker asker = facts.asker();
        Instant liftedAt = freezes.liftedAt(asker.id()).orElse(Instant.EPOCH);
        boolean believed = facts.code().isEmpty()
                ? isNews(facts.madeAt(), liftedAt, work)
                : isRight(asker, facts.code().get(), facts.origin(), liftedAt, work);
        if (believed)
            freezing.freeze(asker.id(), message.secret(DisputeEntry.class).origin(), work);
    }

    /** An administrator has dealt with what is older, so a token that has frozen the account once never does again. */
    private static boolean isNews(Instant madeAt, Instant liftedAt, Work work) {
        boolean news = !madeAt.isBefore(liftedAt.truncatedTo(ChronoUnit.SECONDS));
        if (!news) work.refuse(Refusal.DISPUTE_INVALID, null);
        return news;
    }

    /**
     * Counts the try before it compares; a right one is forgiven. A code is of a day, and so are those from before. A
     * stranger elsewhere uses up no tries of somebody who is where they sign in.
     */
    private boolean isRight(Asker asker, Denial.ByCode code, @Nullable String origin, Instant liftedAt, Work work) {
        if (!accounts.asker(code.login()).equals(asker)) throw new StaleFacts("the login stands for somebody else now");
        boolean familiar = signIns.isFamiliar(asker.id(), origin);
        Tries before = tries.of(asker.id(), familiar);
        Optional<Instant> retryAt = before.retryAt(work.now());
        if (retryAt.isPresent()) {
            work.refuse(Refusal.TOO_SOON, retryAt.get());
            return false;
        }
        tries.save(asker.id(), familiar, before.with(work.now()));
        boolean right = disputes.isCode(asker.id(), code.code(), liftedAt, work.now()) && asker.known();
        if (right) tries.clear(asker.id());
        else work.refuse(Refusal.DISPUTE_INVALID, null);
        return right;
    }
}
