package io.sspr.portal.account;

import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.portal.account.Proving.Stage;
import io.sspr.portal.reset.Challenge;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.util.UUID;

/** Where a reply takes a step-up. */
final class ProvingSteps {

    private ProvingSteps() {}

    /** Replies that belong to no step-up leave it where it is. */
    static Proving after(Proving proving, UUID request, Reply reply) {
        Pending pending = proving.pending();
        if (pending != null && pending.request().equals(request)) return afterAwaited(proving, reply);
        Proving heard = proving.heardOf(request);
        // The reply to what was waited for no longer counts where it ends well, and nowhere else.
        return reply instanceof StepUpPassed ? heard.waitingNoLonger().at(Stage.PASSED, null) : heard;
    }

    private static Proving afterAwaited(Proving proving, Reply reply) {
        if (reply instanceof ChallengeReady ready)
            return proving.challenged(new Challenge(ready.kind(), ready.digits(), ready.resendAt(), ready.hint()));
        if (reply instanceof StepUpPassed) return proving.at(Stage.PASSED, null);
        if (reply instanceof ProofRejected rejected) {
            Trouble trouble = Trouble.wrong(rejected.reason(), rejected.attemptsLeft(), rejected.retryAt());
            return rejected.attemptsLeft() > 0 ? proving.settled(trouble) : proving.at(Stage.OVER, trouble);
        }
        if (reply instanceof RequestExpired) return proving.settled(Trouble.of(Trouble.Cause.LATE));
        if (reply instanceof RequestRefused refused) return refused(proving, refused);
        return proving.settled(null);
    }

    private static Proving refused(Proving proving, RequestRefused refused) {
        Trouble trouble = Trouble.refused(refused.reason(), refused.retryAt());
        // Nothing has begun: another kind may do.
        if (proving.stage() == Stage.CHOOSING) return proving.settled(trouble);
        return switch (refused.reason()) {
            case TOO_SOON, NO_MORE_CODES, BUDGET_EXHAUSTED, BLOCKED_FOR_NOW, MALFORMED -> proving.settled(trouble);
            case OUT_OF_ORDER -> proving.settled(null);
            default -> proving.at(Stage.OVER, trouble);
        };
    }
}
