package io.sspr.reset.flow;

import io.sspr.contract.request.SubmitNewPassword;
import io.sspr.contract.secret.NewPasswordEntry;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.credential.Credentials;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.credential.NewPasswords;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets the new password of an authorised reset; hashes nothing before all that is cheap to check was found right. */
@Component
class SubmitNewPasswordHandler implements Handler<SubmitNewPassword, SubmitNewPasswordHandler.Facts> {

    /** Whose reset it is, and the password with the slow work done if it could be set at that time. */
    record Facts(Optional<Resets.Whose> whose, @Nullable NewPassword password) {}

    private final Flows flows;
    private final Resets resets;
    private final TermsInForce terms;
    private final KnownAccounts accounts;
    private final Credentials credentials;
    private final NewPasswords newPasswords;
    private final ResetDecider decider;
    private final ResetSteps steps;
    private final Clock clock;

    SubmitNewPasswordHandler(
            Flows flows,
            Resets resets,
            TermsInForce terms,
            KnownAccounts accounts,
            Credentials credentials,
            NewPasswords newPasswords,
            ResetDecider decider,
            ResetSteps steps,
            Clock clock) {
        this.flows = flows;
        this.resets = resets;
        this.terms = terms;
        this.accounts = accounts;
        this.credentials = credentials;
        this.newPasswords = newPasswords;
        this.decider = decider;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public Class<SubmitNewPassword> handles() {
        return SubmitNewPassword.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<SubmitNewPassword> message) {
        Optional<Resets.Whose> whose = flows.prepare(message);
        NewPasswordEntry entry = message.secret(NewPasswordEntry.class);
        return Prepared.facts(
                new Facts(whose, whose.map(found -> hashed(found, entry)).orElse(null)));
    }

    private @Nullable NewPassword hashed(Resets.Whose whose, NewPasswordEntry entry) {
        UUID accountId = whose.askerId();
        Instant now = clock.instant();
        Terms inForce = terms.of(accountId, now);
        Reset reset = resets.get(whose.resetId());
        if (decider.refusalOfPassword(reset, entry.flowSecret(), inForce, now).isPresent()) return null;
        return newPasswords.afterForgotten(
                entry.newPassword(),
                credentials.find(accountId).orElse(null),
                inForce.policy().passwordRules(),
                accounts.find(accountId).orElse(null));
    }

    @Override
    public List<String> locks(Received<SubmitNewPassword> message, Facts facts) {
        return flows.locks(message, facts.whose());
    }

    @Override
    public void handle(Received<SubmitNewPassword> message, Facts facts, Work work) {
        flows.find(message, facts.whose(), work).ifPresent(reset -> {
            UUID accountId = reset.beginning().asker().id();
            ResetDecision decision = decider.set(
                    reset,
                    message.secret(NewPasswordEntry.class).flowSecret(),
                    facts.password(),
                    credentials.find(accountId).orElse(null),
                    accounts.find(accountId).orElse(null),
                    terms.of(accountId, work.now()),
                    work.now());
            steps.take(reset, decision, message.secret(NewPasswordEntry.class).origin(), work);
        });
    }
}
