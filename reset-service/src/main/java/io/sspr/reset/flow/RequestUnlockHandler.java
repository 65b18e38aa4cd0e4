package io.sspr.reset.flow;

import io.sspr.contract.Purpose;
import io.sspr.contract.request.RequestUnlock;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins to unlock an account whose password is known. */
@Component
class RequestUnlockHandler implements Handler<RequestUnlock, Asker> {

    private final Beginnings beginnings;

    RequestUnlockHandler(Beginnings beginnings) {
        this.beginnings = beginnings;
    }

    @Override
    public Class<RequestUnlock> handles() {
        return RequestUnlock.class;
    }

    @Override
    public Prepared<Asker> prepare(Received<RequestUnlock> message) {
        return Prepared.facts(beginnings.asked(message));
    }

    @Override
    public List<String> locks(Received<RequestUnlock> message, Asker asker) {
        return beginnings.locks(message, asker);
    }

    @Override
    public void handle(Received<RequestUnlock> message, Asker asker, Work work) {
        beginnings.begin(message, Purpose.UNLOCK, message.message().flowHash(), asker, work);
    }
}
