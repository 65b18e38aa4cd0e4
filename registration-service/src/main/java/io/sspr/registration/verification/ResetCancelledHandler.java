package io.sspr.registration.verification;

import io.sspr.contract.event.ResetCancelled;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.flow.FlowName;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends what is open of a reset that the person cancelled. */
@Component
class ResetCancelledHandler implements Handler<ResetCancelled, List<FlowName>> {

    private final ResetEndings endings;

    ResetCancelledHandler(ResetEndings endings) {
        this.endings = endings;
    }

    @Override
    public Class<ResetCancelled> handles() {
        return ResetCancelled.class;
    }

    @Override
    public Prepared<List<FlowName>> prepare(Received<ResetCancelled> message) {
        return Prepared.facts(endings.flowsOf(message.message().resetId()));
    }

    @Override
    public List<String> locks(Received<ResetCancelled> message, List<FlowName> flows) {
        return endings.locks(message.message().resetId(), flows);
    }

    @Override
    public void handle(Received<ResetCancelled> message, List<FlowName> flows, Work work) {
        endings.end(message.message().resetId(), flows, work);
    }
}
