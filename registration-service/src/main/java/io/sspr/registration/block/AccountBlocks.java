package io.sspr.registration.block;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.ResetsBlocked;
import io.sspr.contract.policy.BlockRule;
import io.sspr.contract.policy.Counted;
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

    /** Until when nothing can be proven with such a method; empty if it can. */
    public Optional<Instant> until(Policy policy, UUID accountId, MethodKind kind, Instant now) {
        List<BlockRule> rules = policy.limits().blocks();
        return rules.isEmpty() || !kind.isRegistered()
                ? Optional.empty()
                : Blocks.until(rules, counts.of(accountId), now).map(AccountBlocks::inWholeSeconds);
    }

    /** A code is sent, if that kind sends any. */
    public void sent(Policy policy, UUID accountId, MethodKind kind, Work work) {
        if (kind == MethodKind.SMS) count(policy, accountId, Counted.TRIES, work);
        if (kind == MethodKind.EMAIL) count(policy, accountId, Counted.MAILS, work);
    }

    /** A proof is handed in, be it right or wrong. */
    public void tried(Policy policy, UUID accountId, MethodKind kind, Work work) {
        if (kind == MethodKind.AUTHENTICATOR_APP || kind == MethodKind.RECOVERY_CODE)
            count(policy, accountId, Counted.TRIES, work);
    }

    /** It was wrong. */
    public void wrong(Policy policy, UUID accountId, MethodKind kind, Work work) {
        if (kind.isRegistered()) count(policy, accountId, Counted.WRONG_PROOFS, work);
    }

    /** Nothing has happened. */
    void clear(UUID accountId) {
        counts.clear(accountId);
    }

    private void count(Policy policy, UUID accountId, Counted counted, Work work) {
        List<BlockRule> rules = policy.limits().blocks().stream()
                .filter(rule -> rule.counted() == counted)
                .toList();
        if (rules.isEmpty()) return;
        counts.add(accountId, counted, work.now());
        // Nothing is counted during a block of the same rule, so a block is told of once.
        Blocks.until(rules, counts.of(accountId), work.now())
                .filter(until -> accounts.find(accountId).isPresent())
                .ifPresent(until -> work.publish(new ResetsBlocked(accountId, counted, inWholeSeconds(until))));
    }

    /** As everything that an outsider is told, so that all replies have one length. */
    private static Instant inWholeSeconds(Instant until) {
        Instant whole = until.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(until) ? whole : whole.plus(Duration.ofSeconds(1));
    }
}
