package io.sspr.reset.eligibility;

import io.sspr.contract.state.Method;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the copy of the methods; their addresses are sealed to others. */
@Component
class MethodHandler implements Handler<Method, Method> {

    private final KnownMethods methods;

    MethodHandler(KnownMethods methods) {
        this.methods = methods;
    }

    @Override
    public Class<Method> handles() {
        return Method.class;
    }

    @Override
    public Prepared<Method> prepare(Received<Method> message) {
        return Prepared.facts(message.message());
    }

    @Override
    public List<String> locks(Received<Method> message, Method method) {
        return List.of(Asker.lock(method.accountId()));
    }

    @Override
    public boolean opensSeals() {
        return false;
    }

    @Override
    public void handle(Received<Method> message, Method method, Work work) {
        methods.learn(method);
    }
}
