package io.sspr.torture.people;

import io.sspr.client.NotAnswered;
import io.sspr.client.UnexpectedReply;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignInFailed;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a flow ended that was not completed.
 *
 * @param wrong whether no outage and no wrong clock explains it
 * @param how in a word, to be counted by
 * @param said the whole of it
 */
public record Ending(boolean wrong, String how, String said) {

    /** What a person is told whose flow an outage outlived, or a clock that was wrong for a while. */
    private static final Set<Refusal> OUTLIVED = EnumSet.of(
            Refusal.EXPIRED,
            Refusal.ABANDONED,
            Refusal.ENDED,
            Refusal.UNKNOWN_FLOW,
            Refusal.UNKNOWN_ACCOUNT,
            Refusal.ASSERTION_EXPIRED,
            Refusal.ASSERTION_INVALID,
            Refusal.SIGN_IN_TOO_OLD,
            Refusal.TOO_SOON,
            Refusal.LOCKED);

    static Ending of(RuntimeException failure) {
        String said = String.valueOf(failure.getMessage());
        if (failure instanceof NoMessage) return new Ending(false, "no message came", said);
        if (failure instanceof AppRefused) return new Ending(false, "codes of the app refused", said);
        if (failure instanceof NotAnswered) return new Ending(true, "not answered", said);
        if (!(failure instanceof UnexpectedReply unexpected))
            return new Ending(true, failure.getClass().getSimpleName(), said);
        if (unexpected.reply() instanceof RequestExpired) return new Ending(false, "expired", said);
        Refusal reason = reason(unexpected.reply());
        return reason == null
                ? new Ending(true, unexpected.reply().getClass().getSimpleName(), said)
                : new Ending(!OUTLIVED.contains(reason), "refused " + reason, said);
    }

    private static @Nullable Refusal reason(Reply reply) {
        if (reply instanceof RequestRefused refused) return refused.reason();
        if (reply instanceof ProofRejected rejected) return rejected.reason();
        if (reply instanceof SignInFailed failed) return failed.reason();
        return null;
    }
}
