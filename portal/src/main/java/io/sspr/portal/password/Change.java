package io.sspr.portal.password;

import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The change of a password as the browser keeps it.
 *
 * @param accountId whose
 * @param pending what was asked and is not answered yet
 * @param done whether the password is set
 * @param trouble why the last try did not go as they hoped
 */
record Change(
        UUID accountId,
        @Nullable Pending pending,
        boolean done,
        @Nullable Trouble trouble) {

    static Change of(UUID accountId) {
        return new Change(accountId, null, false, null);
    }

    Change asked(Pending question) {
        return new Change(accountId, question, false, null);
    }

    Change troubled(@Nullable Trouble why) {
        return new Change(accountId, null, false, why);
    }

    Change after(Reply reply) {
        if (reply instanceof PasswordSet set && set.accountId().equals(accountId))
            return new Change(accountId, null, true, null);
        if (reply instanceof PasswordRefused refused) return troubled(Trouble.broken(refused.rules()));
        return troubled(Trouble.of(reply));
    }
}
