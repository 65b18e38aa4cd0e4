package io.sspr.reset.account;

import io.sspr.contract.state.Account;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the copy of the accounts; a credential that came first need wait no longer. */
@Component
class AccountHandler implements Handler<Account, UUID> {

    private final KnownAccounts accounts;
    private final Memberships memberships;

    AccountHandler(KnownAccounts accounts, Memberships memberships) {
        this.accounts = accounts;
        this.memberships = memberships;
    }

    @Override
    public Class<Account> handles() {
        return Account.class;
    }

    @Override
    public Prepared<UUID> prepare(Received<Account> message) {
        return Prepared.facts(message.message().accountId());
    }

    @Override
    public List<String> locks(Received<Account> message, UUID accountId) {
        return List.of(Asker.lock(accountId));
    }

    @Override
    public void handle(Received<Account> message, UUID accountId, Work work) {
        accounts.learn(message.message(), message.envelope().time());
        memberships.learn(message.message());
        work.arrived(Asker.lock(accountId));
    }
}
