package io.sspr.registration.verification;

import io.sspr.contract.Refusal;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.secret.FlowKey;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.registration.flow.FlowName;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends a new code in place of the old one. */
@Component
class ResendCodeHandler implements Handler<ResendCode, FlowName> {

    private final Verifications verifications;
    private final Challenges challenges;

    ResendCodeHandler(Verifications verifications, Challenges challenges) {
        this.verifications = verifications;
        this.challenges = challenges;
    }

    @Override
    public Class<ResendCode> handles() {
        return ResendCode.class;
    }

    @Override
    public Prepared<FlowName> prepare(Received<ResendCode> message) {
        return Prepared.facts(new FlowName(message.sender(), message.message().flow()));
    }

    @Override
    public List<String> locks(Received<ResendCode> message, FlowName flow) {
        return List.of(flow.lock());
    }

    @Override
    public void handle(Received<ResendCode> message, FlowName flow, Work work) {
        Verification verification = verifications.latestOf(flow).orElse(null);
        if (verification == null) {
            work.park(flow.lock(), Refusal.UNKNOWN_FLOW);
            return;
        }
        boolean knowsSecret = FlowSecret.matches(message.secret(FlowKey.class).flowSecret(), verification.flowHash());
        Renewal renewal = VerificationDecider.renew(
                verification.progress(), verification.target().kind(), knowsSecret, work.now());
        if (renewal instanceof Renewal.Refused refused) work.refuse(refused.reason(), refused.retryAt());
        else if (renewal instanceof Renewal.Granted granted)
            work.reply(challenges.renew(verification, granted.progress(), work));
    }
}
