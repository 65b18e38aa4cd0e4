package io.sspr.notification.budget;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.CodeVerified;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts the codes that came back from telephones. */
@Component
class CodeVerifiedHandler implements Handler<CodeVerified, Boolean> {

    private final Breaker breaker;

    CodeVerifiedHandler(Breaker breaker) {
        this.breaker = breaker;
    }

    @Override
    public Class<CodeVerified> handles() {
        return CodeVerified.class;
    }

    @Override
    public Prepared<Boolean> prepare(Received<CodeVerified> received) {
        // An administrator's code may have gone by text as well; of mails no delivery is counted.
        MethodKind kind = received.message().kind();
        return Prepared.facts(kind == MethodKind.SMS || kind == MethodKind.ADMINISTRATOR_CODE);
    }

    @Override
    public List<String> locks(Received<CodeVerified> received, Boolean counts) {
        return List.of("account:" + received.message().accountId());
    }

    @Override
    public void handle(Received<CodeVerified> received, Boolean counts, Work work) {
        if (counts) breaker.isVerified(deliveredFor(received.message()));
    }

    /** An administrator's code was sent as a method of its own, before there was a verification. */
    private static UUID deliveredFor(CodeVerified event) {
        return event.kind() == MethodKind.ADMINISTRATOR_CODE ? event.methodId() : event.verificationId();
    }
}
