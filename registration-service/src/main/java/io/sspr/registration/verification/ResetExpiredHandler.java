package io.sspr.registration.verification;

import io.sspr.contract.event.ResetExpired;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.flow.FlowName;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends what is open of a reset that was abandoned. */
@Component
class ResetExpiredHandler implements Handler<ResetExpired, List<FlowName>> {

    private final ResetEndings endings;

    ResetExpiredHandler(ResetEndings endings) {
        this.endings = endings;
    }

    @Override
    public Class<ResetExpired> handles() {
        return ResetExpired.class;
    }

    @Override
    public Prepared<List<FlowName>> prepare(Received<ResetExpired> message) {
        return Prepared.facts(endings.flowsOf(message.message().resetId()));
    }

    @Override
    public List<String> locks(Received<ResetExpired> message, List<FlowName> flows) {
        return endings.locks(message.message().resetId(), flows);
    }

    @Override
    public void handle(Received<ResetExpired> message, List<FlowName> flows, Work work) {
        endings.end(message.message().resetId(), flows, work);
    }
}
