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
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.Methods;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends a new code in place of the old one. */
@Component
class ResendCodeHandler implements Handler<ResendCode, FlowFacts> {

    private final Verifications verifications;
    private final Methods methods;
    private final Proofs proofs;
    private final Challenges challenges;

    ResendCodeHandler(Verifications verifications, Methods methods, Proofs proofs, Challenges challenges) {
        this.verifications = verifications;
        this.methods = methods;
        this.proofs = proofs;
        this.challenges = challenges;
    }

    @Override
    public Class<ResendCode> handles() {
        return ResendCode.class;
    }

    @Override
    public Prepared<FlowFacts> prepare(Received<ResendCode> message) {
        FlowName flow = new FlowName(message.sender(), message.message().flow());
        return Prepared.facts(FlowFacts.of(flow, verifications.latestOf(flow)));
    }

    @Override
    public List<String> locks(Received<ResendCode> message, FlowFacts facts) {
        return facts.locks();
    }

    @Override
    public void handle(Received<ResendCode> message, FlowFacts facts, Work work) {
        Verification verification =
                facts.confirmed(verifications.latestOf(facts.flow())).orElse(null);
        if (verification == null) {
            work.park(facts.flow().lock(), Refusal.UNKNOWN_FLOW);
            return;
        }
        boolean knowsSecret = FlowSecret.matches(message.secret(FlowKey.class).flowSecret(), verification.flowHash());
        Renewal renewal = VerificationDecider.renew(
                verification.progress(), verification.target().kind(), knowsSecret, work.now());
        if (renewal instanceof Renewal.Refused refused) work.refuse(refused.reason(), refused.retryAt());
        else if (renewal instanceof Renewal.Granted granted)
            work.reply(challenges.renew(verification, granted.progress(), isProvable(verification, work), work));
    }

    /** Nothing is sent to where a method was that is removed or locked by now. */
    private boolean isProvable(Verification verification, Work work) {
        AccountMethods ofAccount = methods.of(verification.target().accountId());
        return proofs.subjectOf(verification, ofAccount, work.now()).method() != null;
    }
}
