package io.sspr.portal.session;

import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try at signing in as its browser keeps it: only whoever has this cookie can become signed in by the answer.
 *
 * @param id of the request
 * @param login as typed
 * @param next where the person wants to go
 * @param asked when
 * @param trouble why it failed; absent while nothing has come
 */
record Attempt(
        UUID id,
        String login,
        Place next,
        Pending asked,
        @Nullable Trouble trouble) {

    /** After a reply that signs nobody in. */
    Attempt failed(Reply reply) {
        return new Attempt(id, login, next, asked, trouble(reply));
    }

    private static Trouble trouble(Reply reply) {
        if (reply instanceof SignInFailed failed) return Trouble.refused(failed.reason(), failed.retryAt());
        return Trouble.of(reply);
    }

    /** Its page, and the only one that its cookie goes to. */
    String path() {
        return "/sign-in/" + id;
    }

    @Override
    public String toString() {
        return "Attempt[" + id + "]";
    }
}
