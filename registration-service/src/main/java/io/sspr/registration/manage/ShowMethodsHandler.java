package io.sspr.registration.manage;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.ReplyKeyEntry;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.method.Methods;
import io.sspr.registration.protection.ReplyKey;
import io.sspr.registration.signin.FreshSignIn;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows the person who is signed in their methods, addresses masked, and seals the answer to their front end. */
@Component
class ShowMethodsHandler implements Handler<ShowMethods, Sealer> {

    private final Accounts accounts;
    private final Methods methods;
    private final MethodViews views;

    ShowMethodsHandler(Accounts accounts, Methods methods, MethodViews views) {
        this.accounts = accounts;
        this.methods = methods;
        this.views = views;
    }

    @Override
    public Class<ShowMethods> handles() {
        return ShowMethods.class;
    }

    @Override
    public Prepared<Sealer> prepare(Received<ShowMethods> message) {
        if (!FreshSignIn.isIn(message)) return Prepared.refuse(Refusal.SIGN_IN_TOO_OLD);
        return ReplyKey.sealer(message.secret(ReplyKeyEntry.class).replyKey())
                .map(Prepared::facts)
                .orElseGet(() -> Prepared.refuse(Refusal.REPLY_KEY_INVALID));
    }

    @Override
    public List<String> locks(Received<ShowMethods> message, Sealer toFrontEnd) {
        return List.of(KnownAccount.lock(message.signedIn().subject()));
    }

    @Override
    public void handle(Received<ShowMethods> message, Sealer toFrontEnd, Work work) {
        UUID accountId = message.signedIn().subject();
        if (accounts.find(accountId).isEmpty()) {
            work.refuse(Refusal.UNKNOWN_ACCOUNT, null);
            return;
        }
        SealContext context =
                new SealContext(message.sender(), MessageType.METHODS_SHOWN_REPLY.wireName(), message.id(), null);
        byte[] list = ContractJson.write(views.of(methods.of(accountId), work.now()));
        work.reply(new MethodsShown(toFrontEnd.seal(list, context, work.now())));
    }
}
