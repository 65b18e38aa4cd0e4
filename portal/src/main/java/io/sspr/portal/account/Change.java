package io.sspr.portal.account;

import io.sspr.contract.reply.DefaultMethodChosen;
import io.sspr.contract.reply.MethodRemoved;
import io.sspr.contract.reply.MethodsConfirmed;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.portal.web.GivenUp;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of what is there, as its browser keeps it, encrypted.
 *
 * @param accountId whose
 * @param id of this change
 * @param method which; absent: all of them
 * @param done whether it happened
 * @param nextAt when the person will be asked to look at their methods again; absent: never
 * @param pending what was asked and is not answered yet
 * @param givenUp what was asked and is waited for no longer
 * @param trouble with it
 */
public record Change(
        UUID accountId,
        UUID id,
        What what,
        @Nullable UUID method,
        boolean done,
        @Nullable Instant nextAt,
        @Nullable Pending pending,
        GivenUp givenUp,
        @Nullable Trouble trouble) {

    /** What is to happen. */
    public enum What {
        /** It goes. */
        REMOVE,
        /** Codes of its kind go there. */
        DEFAULT,
        /** They are right as they are. */
        CONFIRM
    }

    static Change begun(UUID accountId, UUID id, What what, @Nullable UUID method) {
        return new Change(accountId, id, what, method, false, null, null, GivenUp.NOTHING, null);
    }

    Change asked(UUID request, Instant now) {
        return with(new Pending(request, now), givenUp.and(pending).without(request), null);
    }

    /** The person waits no longer, and is asked again; what was asked may yet come true. */
    Change waitingNoLonger() {
        return with(null, givenUp.and(pending), null);
    }

    /** All whose answers count. */
    List<UUID> awaited() {
        return givenUp.awaited(pending);
    }

    Change settled(@Nullable Trouble why) {
        return with(null, givenUp, why);
    }

    private Change with(@Nullable Pending awaited, GivenUp left, @Nullable Trouble why) {
        return new Change(accountId, id, what, method, done, nextAt, awaited, left, why);
    }

    /** What a reply makes of it; one that belongs to no change leaves it as it is. */
    Change after(UUID request, Reply reply) {
        if (pending != null && pending.request().equals(request)) return afterAwaited(reply);
        // What was waited for no longer counts if it has happened.
        Change late = afterAwaited(reply);
        return late.done() ? late : with(pending, givenUp.without(request), trouble);
    }

    private Change afterAwaited(Reply reply) {
        if (reply instanceof MethodRemoved || reply instanceof DefaultMethodChosen) return done(null);
        if (reply instanceof MethodsConfirmed confirmed) return done(confirmed.nextAt());
        if (reply instanceof RequestExpired) return settled(Trouble.of(Trouble.Cause.LATE));
        if (reply instanceof RequestRefused refused)
            return settled(Trouble.refused(refused.reason(), refused.retryAt()));
        return settled(null);
    }

    private Change done(@Nullable Instant next) {
        return new Change(accountId, id, what, method, true, next, null, GivenUp.NOTHING, null);
    }

    /** Its page stands here, and its cookie goes nowhere else. */
    public String path() {
        return "/account/change/" + id;
    }

    @Override
    public String toString() {
        return "Change[" + what + (done ? ", done]" : "]");
    }
}
