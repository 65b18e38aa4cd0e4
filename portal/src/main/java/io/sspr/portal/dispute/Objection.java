package io.sspr.portal.dispute;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetDisputed;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One objection as its browser keeps it, encrypted; nothing in it says whose it is.
 *
 * @param request its id
 * @param believed the account is protected now
 * @param pending not answered yet
 * @param trouble why it had no effect
 */
record Objection(
        UUID request,
        boolean believed,
        @Nullable Pending pending,
        @Nullable Trouble trouble) {

    static Objection made(UUID request, Instant now) {
        return new Objection(request, false, new Pending(request, now), null);
    }

    /** Whatever is not a yes is a no, so nobody believes their account safe that is not. */
    Objection after(Reply reply) {
        if (reply instanceof ResetDisputed) return new Objection(request, true, null, null);
        if (reply instanceof RequestRefused refused) return refused(refused.reason(), refused.retryAt());
        return failed(Trouble.of(reply));
    }

    /** A code that no notice ever held is as wrong as a code of somebody else. */
    private Objection refused(Refusal reason, @Nullable Instant retryAt) {
        Refusal told =
                reason == Refusal.MALFORMED || reason == Refusal.LOGIN_INVALID ? Refusal.DISPUTE_INVALID : reason;
        return failed(Trouble.refused(told, retryAt));
    }

    private Objection failed(Trouble why) {
        return new Objection(request, false, null, why);
    }

    /** Its page, and the only one that its cookie goes to. */
    String path() {
        return path(request);
    }

    static String path(UUID request) {
        return "/not-me/" + request;
    }
}
