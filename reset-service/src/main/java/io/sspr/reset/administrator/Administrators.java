package io.sspr.reset.administrator;

import io.sspr.contract.request.Request;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.freeze.Freezes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who asks as an administrator, and whose account they mean. */
@Component
class Administrators {

    private final KnownAccounts accounts;
    private final Freezes freezes;

    Administrators(KnownAccounts accounts, Freezes freezes) {
        this.accounts = accounts;
        this.freezes = freezes;
    }

    Asker target(Received<? extends Request> message) {
        return accounts.asker(message.secret(AccountChoice.class).login());
    }

    /** The administrator's too: they may lose the role, or be frozen, at this very moment. */
    List<String> locks(Received<? extends Request> message, Asker target) {
        return List.of(Asker.lock(target.id()), Asker.lock(message.signedIn().subject()));
    }

    /** Under the locks. */
    AdministratorDecider.Standing standing(Received<? extends Request> message, Asker target) {
        if (!target(message).equals(target)) throw new StaleFacts("the login stands for somebody else now");
        UUID id = message.signedIn().subject();
        return new AdministratorDecider.Standing(id, accounts.isAdministrator(id), freezes.isFrozen(id));
    }
}
