package io.sspr.registration.block;

import io.sspr.contract.event.AccountUnblocked;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.freeze.Freezes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a block or a freeze that an administrator lifts. */
@Component
class AccountUnblockedHandler implements Handler<AccountUnblocked, UUID> {
    private final AccountBlocks blocks;
    private final Freezes freezes;

    AccountUnblockedHandler(AccountBlocks blocks, Freezes freezes) {
        this.blocks = blocks;
        this.freezes = freezes;
    }

    @Override
    public Class<AccountUnblocked> handles() {
        return AccountUnblocked.class;
    }

    @Override
    public Prepared<UUID> prepare(Received<AccountUnblocked> message) {
        return Prepared.facts(message.message().accountId());
    }

    @Override
    public List<String> locks(Received<AccountUnblocked> message, UUID accountId) {
        return List.of(KnownAccount.lock(accountId));
    }

    @Override
    public void handle(Received<AccountUnblocked> message, UUID accountId, Work work) {
        blocks.clear(accountId);
        freezes.lift(accountId, message.envelope().time());
    }
}
