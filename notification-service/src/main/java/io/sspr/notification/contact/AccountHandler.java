package io.sspr.notification.contact;

import io.sspr.contract.state.Account;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps what notices need of an account. */
@Component
class AccountHandler implements Handler<Account, Account> {

    private final People people;

    AccountHandler(People people) {
        this.people = people;
    }

    @Override
    public Class<Account> handles() {
        return Account.class;
    }

    @Override
    public Prepared<Account> prepare(Received<Account> received) {
        return Prepared.facts(received.message());
    }

    @Override
    public List<String> locks(Received<Account> received, Account account) {
        return List.of("account:" + account.accountId());
    }

    @Override
    public void handle(Received<Account> received, Account account, Work work) {
        people.isNow(account);
    }
}
