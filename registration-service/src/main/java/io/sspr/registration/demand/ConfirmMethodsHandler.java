package io.sspr.registration.demand;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.MethodsConfirmed;
import io.sspr.contract.request.ConfirmMethods;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.Methods;
import io.sspr.registration.policy.Policies;
import io.sspr.registration.signin.FreshSignIn;
import io.sspr.registration.signin.Standings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a person's word that the methods are right; whoever is to be believed has proven the strongest of them. */
@Component
class ConfirmMethodsHandler implements Handler<ConfirmMethods, UUID> {
    private final Methods methods;
    private final Standings standings;
    private final Policies policies;
    private final AskedRows rows;

    ConfirmMethodsHandler(Methods methods, Standings standings, Policies policies, AskedRows rows) {
        this.methods = methods;
        this.standings = standings;
        this.policies = policies;
        this.rows = rows;
    }

    @Override
    public Class<ConfirmMethods> handles() {
        return ConfirmMethods.class;
    }

    @Override
    public Prepared<UUID> prepare(Received<ConfirmMethods> message) {
        return FreshSignIn.isIn(message)
                ? Prepared.facts(message.signedIn().subject())
                : Prepared.refuse(Refusal.SIGN_IN_TOO_OLD);
    }

    @Override
    public List<String> locks(Received<ConfirmMethods> message, UUID accountId) {
        return List.of(KnownAccount.lock(accountId));
    }

    @Override
    public void handle(Received<ConfirmMethods> message, UUID accountId, Work work) {
        AccountMethods ofAccount = methods.of(accountId);
        Optional<Refusal> obstacle =
                standings.of(message.signedIn(), ofAccount, work.now()).obstacleToChange();
        if (obstacle.isPresent()) work.refuse(obstacle.get(), null);
        // There is nothing to look at, and perhaps no such person.
        else if (ofAccount.methods().isEmpty()) work.refuse(Refusal.UNKNOWN_METHOD, null);
        else {
            rows.confirm(accountId, work.now());
            work.publish(new MethodsConfirmed(accountId));
            work.reply(new io.sspr.contract.reply.MethodsConfirmed(
                    RegistrationDecider.nextConfirmation(policies.inForce(), work.now())));
        }
    }
}
