package io.sspr.portal.account;

import io.sspr.client.ReplyKey;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.secret.Enrolment;
import io.sspr.portal.account.Addition.Stage;
import io.sspr.portal.reset.Challenge;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a reply takes the registration of a method. */
final class AdditionSteps {

    private AdditionSteps() {}

    /**
     * Replies that belong to no registration leave it where it is.
     *
     * @param request what was answered
     * @param client our name, which a seal to us says
     */
    static Addition after(Addition addition, UUID request, Reply reply, String client) {
        Pending pending = addition.pending();
        return pending != null && pending.request().equals(request)
                ? afterAwaited(addition, request, reply, client)
                : afterLate(addition.heardOf(request), reply);
    }

    /** The reply to what was waited for no longer counts where it ends well, and nowhere else. */
    private static Addition afterLate(Addition addition, Reply reply) {
        boolean ended = addition.stage() == Stage.ADDED || addition.stage() == Stage.CODES;
        return reply instanceof MethodRegistered registered && !ended
                ? addition.waitingNoLonger().added(registered.usableFrom())
                : addition;
    }

    private static Addition afterAwaited(Addition addition, UUID request, Reply reply, String client) {
        if (reply instanceof ChallengeReady ready) return challenged(addition, request, ready, client);
        if (reply instanceof RecoveryCodesReady ready) {
            ReplyKey key = key(addition);
            return key == null
                    ? addition.over(Trouble.of(Trouble.Cause.UNEXPECTED))
                    : addition.given(key.open(ready, client, request).codes());
        }
        if (reply instanceof MethodRegistered registered) return addition.added(registered.usableFrom());
        if (reply instanceof ProofRejected rejected) {
            Trouble trouble = Trouble.wrong(rejected.reason(), rejected.attemptsLeft(), rejected.retryAt());
            return rejected.attemptsLeft() > 0 ? addition.settled(trouble) : addition.over(trouble);
        }
        if (reply instanceof RequestExpired) return addition.settled(Trouble.of(Trouble.Cause.LATE));
        if (reply instanceof RequestRefused refused) return refused(addition, refused);
        return addition.settled(null);
    }

    private static Addition challenged(Addition addition, UUID request, ChallengeReady ready, String client) {
        ReplyKey key = key(addition);
        Enrolment enrolment = ready.enrolment() == null || key == null ? null : key.open(ready, client, request);
        return addition.challenged(
                new Challenge(ready.kind(), ready.digits(), ready.resendAt(), ready.hint()), enrolment);
    }

    private static @Nullable ReplyKey key(Addition addition) {
        return addition.key() == null ? null : ReplyKey.kept(addition.key());
    }

    private static Addition refused(Addition addition, RequestRefused refused) {
        Trouble trouble = Trouble.refused(refused.reason(), refused.retryAt());
        // Before anything has begun, the form stands there again, and says what is wrong with it.
        if (addition.stage() == Stage.ASKING) return addition.settled(trouble);
        return switch (refused.reason()) {
            case TOO_SOON, NO_MORE_CODES, BUDGET_EXHAUSTED, BLOCKED_FOR_NOW, MALFORMED -> addition.settled(trouble);
            // A form of a page that has been passed: nothing is wrong with it.
            case OUT_OF_ORDER -> addition.settled(null);
            default -> addition.over(trouble);
        };
    }
}
