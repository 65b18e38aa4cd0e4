package io.sspr.reset.change;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.request.ChangePassword;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.PasswordPair;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.Credentials;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.credential.NewPasswords;
import io.sspr.reset.eligibility.People;
import io.sspr.reset.flow.PasswordVersions;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.notice.Notices;
import io.sspr.reset.password.Demands;
import io.sspr.reset.policy.Policies;
import io.sspr.reset.signin.CheckedPassword;
import io.sspr.reset.signin.Failures;
import io.sspr.reset.signin.PasswordChecks;
import io.sspr.reset.signin.PasswordJudge;
import io.sspr.reset.signin.SignInFailures;
import io.sspr.reset.signin.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes the password of a person who is signed in and knows the current one. */
@Component
class ChangePasswordHandler implements Handler<ChangePassword, ChangePasswordHandler.Facts> {

    /** What the current password says, and the new one with the slow work done if the current one is right. */
    record Facts(CheckedPassword typed, @Nullable NewPassword wanted) {}

    private final KnownAccounts accounts;
    private final Freezes freezes;
    private final Policies policies;
    private final Credentials credentials;
    private final NewPasswords newPasswords;
    private final SignInFailures failures;
    private final PasswordChecks checks;
    private final PasswordVersions versions;
    private final Notices notices;
    private final People people;
    private final Clock clock;
    private final ChangeDecider decider;

    ChangePasswordHandler(
            KnownAccounts accounts,
            Freezes freezes,
            Policies policies,
            Credentials credentials,
            NewPasswords newPasswords,
            SignInFailures failures,
            PasswordChecks checks,
            PasswordVersions versions,
            Notices notices,
            People people,
            Clock clock,
            PasswordJudge judge) {
        this.accounts = accounts;
        this.freezes = freezes;
        this.policies = policies;
        this.credentials = credentials;
        this.newPasswords = newPasswords;
        this.failures = failures;
        this.checks = checks;
        this.versions = versions;
        this.notices = notices;
        this.people = people;
        this.clock = clock;
        decider = new ChangeDecider(judge);
    }

    @Override
    public Class<ChangePassword> handles() {
        return ChangePassword.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<ChangePassword> message) {
        UUID accountId = message.signedIn().subject();
        PasswordPair pair = message.secret(PasswordPair.class);
        CheckedPassword typed = checks.check(accountId, pair.currentPassword(), pair.origin());
        return Prepared.facts(new Facts(typed, wanted(accountId, pair, typed)));
    }

    private @Nullable NewPassword wanted(UUID accountId, PasswordPair pair, CheckedPassword typed) {
        Optional<Policy> policy = policies.current();
        Optional<Credential> current = credentials.find(accountId);
        boolean proven = typed.outcome() == CheckedPassword.Outcome.RIGHT
                && typed.version() == Credential.versionOf(current.orElse(null));
        if (!proven || policy.isEmpty()) return null;
        return newPasswords.afterKnown(
                pair.newPassword(),
                pair.currentPassword(),
                current.orElseThrow(),
                Demands.onChange(policy.get(), besideFactor(accountId, policy.get(), clock.instant())),
                accounts.find(accountId).orElse(null));
    }

    private boolean besideFactor(UUID accountId, Policy policy, Instant now) {
        return people.of(accountId, now).hasSecondFactor(policy);
    }

    @Override
    public List<String> locks(Received<ChangePassword> message, Facts facts) {
        List<String> locks = new ArrayList<>(policies.locks());
        locks.add(Asker.lock(message.signedIn().subject()));
        return locks;
    }

    @Override
    public void handle(Received<ChangePassword> message, Facts facts, Work work) {
        Optional<Policy> policy = policies.current();
        if (policy.isEmpty()) {
            work.park(Policies.AWAITED, Refusal.FAULT);
            return;
        }
        UUID accountId = message.signedIn().subject();
        Failures before = failures.of(accountId, facts.typed().origin());
        ChangeDecision decision = decider.change(
                accountId,
                freezes.isFrozen(accountId),
                before,
                facts.typed(),
                facts.wanted(),
                credentials.find(accountId).orElse(null),
                accounts.find(accountId).orElse(null),
                policy.get(),
                besideFactor(accountId, policy.get(), work.now()),
                work.now());
        Origin origin = message.secret(PasswordPair.class).origin();
        carryOut(accountId, before, decision, origin, work);
    }

    private void carryOut(
            UUID accountId, Failures before, ChangeDecision decision, @Nullable Origin origin, Work work) {
        if (decision instanceof ChangeDecision.NeedsNewFacts) throw new StaleFacts("credential or rules have changed");
        if (decision instanceof ChangeDecision.NotProven notProven) {
            Verdict.Refused verdict = notProven.verdict();
            failures.save(accountId, before, verdict.failures(), work.now());
            verdict.events().forEach(event -> notices.publish(event, origin, work));
            work.refuse(verdict.reason(), verdict.retryAt());
        }
        if (decision instanceof ChangeDecision.RulesBroken broken) {
            work.publish(new PasswordRefused(accountId, null, broken.rules()));
            work.reply(new io.sspr.contract.reply.PasswordRefused(null, broken.rules()));
        }
        if (decision instanceof ChangeDecision.Changed changed) {
            Credential credential = changed.credential();
            versions.add(credential, work.now());
            notices.publish(credential.told(Cause.CHANGED, null, changed.unchecked()), origin, work);
            work.reply(new PasswordSet(null, accountId, credential.version()));
        }
    }
}
