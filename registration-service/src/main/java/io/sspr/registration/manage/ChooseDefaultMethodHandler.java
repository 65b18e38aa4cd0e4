package io.sspr.registration.manage;

import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.DefaultMethodChosen;
import io.sspr.contract.request.ChooseDefaultMethod;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import io.sspr.registration.policy.Policies;
import io.sspr.registration.signin.Standings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes a method the one that is used when its kind is chosen. */
@Component
class ChooseDefaultMethodHandler implements Handler<ChooseDefaultMethod, UUID> {

    private final Methods methods;
    private final MethodStates methodStates;
    private final Standings standings;
    private final Kinds kinds;
    private final Policies policies;

    ChooseDefaultMethodHandler(
            Methods methods, MethodStates methodStates, Standings standings, Kinds kinds, Policies policies) {
        this.methods = methods;
        this.methodStates = methodStates;
        this.standings = standings;
        this.kinds = kinds;
        this.policies = policies;
    }

    @Override
    public Class<ChooseDefaultMethod> handles() {
        return ChooseDefaultMethod.class;
    }

    @Override
    public Prepared<UUID> prepare(Received<ChooseDefaultMethod> message) {
        return Prepared.facts(message.secret(MethodChoice.class).methodId());
    }

    @Override
    public List<String> locks(Received<ChooseDefaultMethod> message, UUID methodId) {
        return List.of(KnownAccount.lock(message.signedIn().subject()));
    }

    @Override
    public void handle(Received<ChooseDefaultMethod> message, UUID methodId, Work work) {
        AccountMethods ofAccount = methods.of(message.signedIn().subject());
        Optional<Refusal> obstacle =
                standings.of(message.signedIn(), ofAccount, work.now()).obstacleToChange();
        Serving serving = new Serving(policies.inForce().methodRules().importedCount(), work.now());
        Optional<RegisteredMethod> method = ofAccount
                .serving(methodId, Purpose.STEP_UP, serving)
                .filter(found -> kinds.of(found.kind()).most() > 1);
        if (obstacle.isPresent()) work.refuse(obstacle.get(), null);
        else if (method.isEmpty()) work.refuse(Refusal.UNKNOWN_METHOD, null);
        else {
            boolean chosenAlready = ofAccount
                    .serving(method.get().kind(), Purpose.STEP_UP, serving)
                    .equals(method);
            if (!chosenAlready) methodStates.prefer(method.get(), work);
            work.reply(new DefaultMethodChosen(methodId));
        }
    }
}
