package io.sspr.reset.dispute;

import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.secret.Origin;
import io.sspr.messaging.Work;
import io.sspr.reset.credential.Credentials;
import io.sspr.reset.flow.OpenResets;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.grant.Grants;
import io.sspr.reset.notice.Notices;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that goes with freezing an account; to freeze it again changes nothing and tells nobody. */
@Component
class Freezing {

    private final Freezes freezes;
    private final OpenResets resets;
    private final Grants grants;
    private final Credentials credentials;
    private final Notices notices;

    Freezing(Freezes freezes, OpenResets resets, Grants grants, Credentials credentials, Notices notices) {
        this.freezes = freezes;
        this.resets = resets;
        this.grants = grants;
        this.credentials = credentials;
        this.notices = notices;
    }

    /** Answers the request being handled. */
    void freeze(UUID accountId, @Nullable Origin origin, Work work) {
        if (freezes.freeze(accountId, work.now())) {
            resets.dispute(accountId, work.now());
            grants.end(accountId);
            credentials.voidSessions(accountId, work.now());
            notices.publish(new ResetDisputed(accountId, work.now()), origin, work);
        }
        work.reply(new io.sspr.contract.reply.ResetDisputed());
    }
}
