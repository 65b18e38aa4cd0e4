package io.sspr.reset.dispute;

import io.sspr.contract.event.ResetDisputed;
import io.sspr.messaging.Work;
import io.sspr.reset.credential.Credentials;
import io.sspr.reset.flow.OpenResets;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.grant.Grants;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that goes with freezing an account; to freeze it again changes nothing and tells nobody. */
@Component
class Freezing {

    private final Freezes freezes;
    private final OpenResets resets;
    private final Grants grants;
    private final Credentials credentials;

    Freezing(Freezes freezes, OpenResets resets, Grants grants, Credentials credentials) {
        this.freezes = freezes;
        this.resets = resets;
        this.grants = grants;
        this.credentials = credentials;
    }

    /** Answers the request being handled. */
    void freeze(UUID accountId, Work work) {
        if (freezes.freeze(accountId, work.now())) {
            resets.dispute(accountId, work.now());
            grants.end(accountId);
            credentials.voidSessions(accountId, work.now());
            work.publish(new ResetDisputed(accountId, work.now()));
        }
        work.reply(new io.sspr.contract.reply.ResetDisputed());
    }
}
