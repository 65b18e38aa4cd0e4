package io.sspr.registration.manage;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.MethodRemoved;
import io.sspr.contract.request.RemoveMethod;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import io.sspr.registration.policy.Policies;
import io.sspr.registration.signin.Standings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Removes a method of the person who is signed in. */
@Component
class RemoveMethodHandler implements Handler<RemoveMethod, MethodChoice> {

    private final Methods methods;
    private final MethodStates methodStates;
    private final Standings standings;
    private final Policies policies;

    RemoveMethodHandler(Methods methods, MethodStates methodStates, Standings standings, Policies policies) {
        this.methods = methods;
        this.methodStates = methodStates;
        this.standings = standings;
        this.policies = policies;
    }

    @Override
    public Class<RemoveMethod> handles() {
        return RemoveMethod.class;
    }

    @Override
    public Prepared<MethodChoice> prepare(Received<RemoveMethod> message) {
        return Prepared.facts(message.secret(MethodChoice.class));
    }

    @Override
    public List<String> locks(Received<RemoveMethod> message, MethodChoice choice) {
        return List.of(KnownAccount.lock(message.signedIn().subject()));
    }

    @Override
    public void handle(Received<RemoveMethod> message, MethodChoice choice, Work work) {
        AccountMethods ofAccount = methods.of(message.signedIn().subject());
        Optional<Refusal> obstacle =
                standings.of(message.signedIn(), ofAccount, work.now()).obstacleToChange();
        Optional<RegisteredMethod> method = ofAccount.own(choice.methodId());
        if (obstacle.isPresent()) work.refuse(obstacle.get(), null);
        else if (method.isEmpty()) work.refuse(Refusal.UNKNOWN_METHOD, null);
        else {
            Serving serving = new Serving(policies.inForce().methodRules().importedCount(), work.now());
            methodStates.remove(method.get(), ofAccount, serving, choice.origin(), work);
            work.reply(new MethodRemoved(choice.methodId()));
        }
    }
}
