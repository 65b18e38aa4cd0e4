package io.sspr.reset.flow;

import io.sspr.contract.Purpose;
import io.sspr.contract.request.RequestReset;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins the reset of a forgotten password. */
@Component
class RequestResetHandler implements Handler<RequestReset, Asker> {

    private final Beginnings beginnings;

    RequestResetHandler(Beginnings beginnings) {
        this.beginnings = beginnings;
    }

    @Override
    public Class<RequestReset> handles() {
        return RequestReset.class;
    }

    @Override
    public Prepared<Asker> prepare(Received<RequestReset> message) {
        return Prepared.facts(beginnings.asked(message));
    }

    @Override
    public List<String> locks(Received<RequestReset> message, Asker asker) {
        return beginnings.locks(message, asker);
    }

    @Override
    public void handle(Received<RequestReset> message, Asker asker, Work work) {
        beginnings.begin(message, Purpose.RESET, message.message().flowHash(), asker, work);
    }
}
