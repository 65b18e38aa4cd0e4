package io.sspr.reset.signin;

import io.sspr.contract.event.SignedIn;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.SignInEntry;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.Credentials;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.hashing.Phc;
import io.sspr.reset.notice.Notices;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether login and password are right, at the same cost for a login that nobody has. */
@Component
class SignInHandler implements Handler<SignIn, SignInHandler.Facts> {

    /** Whom the login stands for, and what their password says. */
    record Facts(Asker asker, CheckedPassword password) {}

    private final KnownAccounts accounts;
    private final Freezes freezes;
    private final Credentials credentials;
    private final SignInFailures failures;
    private final PasswordChecks checks;
    private final PasswordJudge judge;
    private final Notices notices;

    SignInHandler(
            KnownAccounts accounts,
            Freezes freezes,
            Credentials credentials,
            SignInFailures failures,
            PasswordChecks checks,
            PasswordJudge judge,
            Notices notices) {
        this.accounts = accounts;
        this.freezes = freezes;
        this.credentials = credentials;
        this.failures = failures;
        this.checks = checks;
        this.judge = judge;
        this.notices = notices;
    }

    @Override
    public Class<SignIn> handles() {
        return SignIn.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<SignIn> message) {
        SignInEntry entry = message.secret(SignInEntry.class);
        Asker asker = accounts.asker(entry.login());
        return Prepared.facts(new Facts(asker, checks.check(asker.id(), entry.password(), entry.origin())));
    }

    @Override
    public List<String> locks(Received<SignIn> message, Facts facts) {
        return List.of(Asker.lock(facts.asker().id()));
    }

    @Override
    public void handle(Received<SignIn> message, Facts facts, Work work) {
        Asker asker = facts.asker();
        if (!accounts.asker(message.secret(SignInEntry.class).login()).equals(asker))
            throw new StaleFacts("the login stands for somebody else now");
        Optional<Credential> credential = credentials.find(asker.id());
        Failures before = failures.of(asker.id(), facts.password().origin());
        long version = Credential.versionOf(credential.orElse(null));
        boolean frozen = freezes.isFrozen(asker.id());
        Verdict verdict = judge.judge(asker, frozen, before, facts.password(), version, work.now());
        if (verdict instanceof Verdict.NeedsNewFacts) throw new StaleFacts("the credential has changed");
        if (verdict instanceof Verdict.Refused refused) {
            failures.save(asker.id(), before, refused.failures(), work.now());
            Origin origin = message.secret(SignInEntry.class).origin();
            refused.events().forEach(event -> notices.publish(event, origin, work));
            work.reply(new SignInFailed(refused.reason(), refused.retryAt()));
        }
        if (verdict instanceof Verdict.Right) signIn(credential.orElseThrow(), before, facts.password(), work);
    }

    private void signIn(Credential credential, Failures before, CheckedPassword password, Work work) {
        failures.succeed(credential.accountId(), before, password.origin(), work.now());
        Phc better = password.better();
        if (better != null) credentials.rehash(credential.accountId(), credential.version(), better);
        work.publish(new SignedIn(credential.accountId()));
        work.reply(new io.sspr.contract.reply.SignedIn(
                credential.accountId(), credential.mustChange(), credential.sessionsInvalidBefore()));
    }
}
