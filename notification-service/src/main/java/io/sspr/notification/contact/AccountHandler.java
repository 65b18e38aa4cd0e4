package io.sspr.notification.contact;

import io.sspr.contract.state.Account;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the language of an account, and nothing else of it. */
@Component
class AccountHandler implements Handler<Account, String> {

    private final Contacts contacts;

    AccountHandler(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Class<Account> handles() {
        return Account.class;
    }

    @Override
    public Prepared<String> prepare(Received<Account> received) {
        return Prepared.facts(received.message().locale());
    }

    @Override
    public List<String> locks(Received<Account> received, String locale) {
        return List.of("account:" + received.message().accountId());
    }

    @Override
    public void handle(Received<Account> received, String locale, Work work) {
        contacts.speaks(received.message().accountId(), locale);
    }
}
