package io.sspr.reset.administrator;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.internal.IssueAdministratorCode;
import io.sspr.contract.reply.ResetStarted;
import io.sspr.contract.request.StartResetFor;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.administrator.AdministratorDecider.Standing;
import io.sspr.reset.credential.Credentials;
import io.sspr.reset.grant.Grants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets a person reset with a one-time code; it is sent to them and shown to nobody, least of all here. */
@Component
class StartResetForHandler implements Handler<StartResetFor, Asker> {

    /** No longer than a code that is sent by mail may live (NIST SP 800-63B-4 4.2). */
    private static final Duration LIFE = Duration.ofHours(24);

    private final Administrators administrators;
    private final Grants grants;
    private final Credentials credentials;

    StartResetForHandler(Administrators administrators, Grants grants, Credentials credentials) {
        this.administrators = administrators;
        this.grants = grants;
        this.credentials = credentials;
    }

    @Override
    public Class<StartResetFor> handles() {
        return StartResetFor.class;
    }

    @Override
    public Prepared<Asker> prepare(Received<StartResetFor> message) {
        return Prepared.facts(administrators.target(message));
    }

    @Override
    public List<String> locks(Received<StartResetFor> message, Asker target) {
        return administrators.locks(message, target);
    }

    @Override
    public void handle(Received<StartResetFor> message, Asker target, Work work) {
        Standing standing = administrators.standing(message, target);
        Optional<Refusal> refusal = AdministratorDecider.refusalToStart(standing, target);
        if (refusal.isPresent()) work.refuse(refusal.get(), null);
        else start(target.id(), standing.id(), work);
    }

    private void start(UUID accountId, UUID administratorId, Work work) {
        Instant expiresAt = work.now().plus(LIFE);
        grants.give(accountId, administratorId, expiresAt);
        credentials.demandChange(accountId);
        work.send(work.newId(), new IssueAdministratorCode(accountId, administratorId, expiresAt));
        work.publish(new AdministratorResetStarted(accountId, administratorId, expiresAt));
        work.reply(new ResetStarted(accountId, expiresAt));
    }
}
