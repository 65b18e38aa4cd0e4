package io.sspr.reset.flow;

import io.sspr.contract.Purpose;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.signin.SignInFailures;
import io.sspr.reset.throttle.UnprovenResets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A method was proven: the reset goes on, and the proof gets its one final reply from here, whatever it says. */
@Component
class CodeVerifiedHandler implements Handler<CodeVerified, Optional<Resets.Whose>> {

    private static final Logger log = LoggerFactory.getLogger(CodeVerifiedHandler.class);

    private final Resets resets;
    private final TermsInForce terms;
    private final UnprovenResets unproven;
    private final SignInFailures failures;
    private final ResetDecider decider;
    private final ResetSteps steps;

    CodeVerifiedHandler(
            Resets resets,
            TermsInForce terms,
            UnprovenResets unproven,
            SignInFailures failures,
            ResetDecider decider,
            ResetSteps steps) {
        this.resets = resets;
        this.terms = terms;
        this.unproven = unproven;
        this.failures = failures;
        this.decider = decider;
        this.steps = steps;
    }

    @Override
    public Class<CodeVerified> handles() {
        return CodeVerified.class;
    }

    @Override
    public Prepared<Optional<Resets.Whose>> prepare(Received<CodeVerified> message) {
        CodeVerified proof = message.message();
        UUID resetId = proof.resetId();
        return Prepared.facts(concerns(proof) && resetId != null ? resets.whose(resetId) : Optional.empty());
    }

    @Override
    public List<String> locks(Received<CodeVerified> message, Optional<Resets.Whose> whose) {
        return whose.map(found -> List.of(Asker.lock(found.askerId()))).orElse(List.of());
    }

    @Override
    public void handle(Received<CodeVerified> message, Optional<Resets.Whose> whose, Work work) {
        CodeVerified proof = message.message();
        if (!concerns(proof)) return;
        // Resets are kept for longer than any verification lives, so a proof without one is a fault.
        Reset reset = resets.get(whose.orElseThrow(() -> new IllegalStateException("no reset for " + proof))
                .resetId());
        Terms inForce = terms.of(proof.accountId(), work.now());
        ResetDecision decision = decider.pass(reset, proof, inForce, work.now());
        if (decision instanceof ResetDecision.Goes goes) {
            steps.save(reset, goes, work);
            steps.publish(goes, null, work);
            boolean unlocked = goes.reset() instanceof Reset.Ended;
            if (unlocked || goes.reset() instanceof Reset.Authorised) unproven.clear(proof.accountId());
            if (unlocked) failures.clear(proof.accountId());
        }
        UUID request = Objects.requireNonNull(message.envelope().correlationId(), "a proof names its request");
        work.replyTo(reset.beginning().client(), request, reply(reset, decision, proof));
    }

    private static boolean concerns(CodeVerified proof) {
        return proof.purpose() == Purpose.RESET || proof.purpose() == Purpose.UNLOCK;
    }

    private static Reply reply(Reset reset, ResetDecision decision, CodeVerified proof) {
        if (decision instanceof ResetDecision.Goes goes) return Objects.requireNonNull(goes.reply());
        ResetDecision.Refused refused = (ResetDecision.Refused) decision;
        log.info("Proof {} does not count for reset {}: {}", proof.verificationId(), reset.id(), refused.reason());
        return new RequestRefused(reset.beginning().flow(), refused.reason(), null);
    }
}
