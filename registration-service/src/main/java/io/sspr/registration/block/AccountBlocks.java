package io.sspr.registration.block;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.ResetsBlocked;
import io.sspr.contract.policy.BlockRule;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Blocks of resets; whether there is such an account makes no difference but to the event. Without rules nothing is read
 * or kept, and what an administrator arranges is never blocked.
 */
@Component
public class AccountBlocks {
    private final BlockCounts counts;
    private final Accounts accounts;

    AccountBlocks(BlockCounts counts, Accounts accounts) {
        this.counts = counts;
        this.accounts = accounts;
    }

    /** Such a method is chosen, or another code asked for; until when that is refused, empty if it is not. */
    public Optional<Instant> challenge(Policy policy, UUID accountId, MethodKind kind, Work work) {
        return take(policy, accountId, Blocks.Step.CHALLENGE, kind, work);
    }

    /** A proof is handed in, be it right or wrong; until when that is refused, empty if it is not. */
    public Optional<Instant> proof(Policy policy, UUID accountId, MethodKind kind, Work work) {
        return take(policy, accountId, Blocks.Step.PROOF, kind, work);
    }

    /** The proof was wrong. */
    public void wrong(Policy policy, UUID accountId, MethodKind kind, Work work) {
        List<BlockRule> rules = policy.limits().blocks();
        if (!rules.isEmpty() && kind.isRegistered())
            keep(Blocks.wrong(rules, counts.of(accountId), kind, work.now()), accountId, work);
    }

    /** Nothing has happened. */
    void clear(UUID accountId) {
        counts.clear(accountId);
    }

    private Optional<Instant> take(Policy policy, UUID accountId, Blocks.Step step, MethodKind kind, Work work) {
        List<BlockRule> rules = policy.limits().blocks();
        return rules.isEmpty() || !kind.isRegistered()
                ? Optional.empty()
                : keep(Blocks.take(rules, counts.of(accountId), step, kind, work.now()), accountId, work);
    }

    private Optional<Instant> keep(Blocks.Decision decision, UUID accountId, Work work) {
        Optional<Instant> until = Optional.ofNullable(decision.until()).map(AccountBlocks::inWholeSeconds);
        Blocks.Happened counted = decision.counted();
        if (counted == null) return until;
        counts.add(accountId, counted);
        if (decision.begins() && accounts.find(accountId).isPresent())
            until.ifPresent(end -> work.publish(new ResetsBlocked(accountId, counted.counted(), end)));
        return until;
    }

    /** As everything that an outsider is told, so that all replies have one length. */
    private static Instant inWholeSeconds(Instant until) {
        Instant whole = until.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(until) ? whole : whole.plus(Duration.ofSeconds(1));
    }
}
