package io.sspr.reset.flow;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.PasswordChecked;
import io.sspr.contract.request.CheckPassword;
import io.sspr.contract.secret.PasswordEntry;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.credential.NewPasswords;
import io.sspr.reset.eligibility.People;
import io.sspr.reset.password.Demands;
import io.sspr.reset.policy.Policies;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says which rules a password would break. To anybody: those that look at the password and at the file of breached ones.
 * In an authorised reset, or to a person who is signed in: with what holds for the person. It compares with no former
 * password, hashes nothing, and asks nobody outside, so it is neither a way to guess nor a load.
 */
@Component
class CheckPasswordHandler implements Handler<CheckPassword, CheckPasswordHandler.Facts> {

    /** Whose reset it is, if it names one, and what was looked up; absent while there is no policy. */
    record Facts(Optional<Resets.Whose> whose, @Nullable NewPassword typed) {}

    private final Policies policies;
    private final NewPasswords newPasswords;
    private final Flows flows;
    private final TermsInForce terms;
    private final People people;
    private final KnownAccounts accounts;
    private final ResetDecider decider;

    CheckPasswordHandler(
            Policies policies,
            NewPasswords newPasswords,
            Flows flows,
            TermsInForce terms,
            People people,
            KnownAccounts accounts,
            ResetDecider decider) {
        this.policies = policies;
        this.newPasswords = newPasswords;
        this.flows = flows;
        this.terms = terms;
        this.people = people;
        this.accounts = accounts;
        this.decider = decider;
    }

    @Override
    public Class<CheckPassword> handles() {
        return CheckPassword.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<CheckPassword> message) {
        String typed = message.secret(PasswordEntry.class).password();
        // What is looked up is the same for everybody: whose password it would be is decided under the locks.
        NewPassword lookedUp = policies.current()
                .map(policy -> newPasswords.unhashed(typed, Demands.onCheck(policy, false)))
                .orElse(null);
        return Prepared.facts(
                new Facts(message.message().flow() == null ? Optional.empty() : flows.prepare(message), lookedUp));
    }

    @Override
    public List<String> locks(Received<CheckPassword> message, Facts facts) {
        return message.message().flow() == null ? policies.locks() : flows.locks(message, facts.whose());
    }

    @Override
    public void handle(Received<CheckPassword> message, Facts facts, Work work) {
        if (message.message().flow() == null) checkOutsideReset(message, facts, work);
        else flows.find(message, facts.whose(), work).ifPresent(reset -> checkIn(reset, message, facts, work));
    }

    private void checkOutsideReset(Received<CheckPassword> message, Facts facts, Work work) {
        Optional<Policy> policy = policies.current();
        if (policy.isEmpty()) {
            work.park(Policies.AWAITED, Refusal.FAULT);
            return;
        }
        UUID subject = message.person() == null ? null : message.person().subject();
        boolean besideFactor = subject != null && people.of(subject, work.now()).hasSecondFactor(policy.get());
        answer(subject, Demands.onCheck(policy.get(), besideFactor), facts, work);
    }

    /** Refused as SubmitNewPassword would be, so that nothing about an account is told before its proof. */
    private void checkIn(Reset reset, Received<CheckPassword> message, Facts facts, Work work) {
        UUID askerId = reset.beginning().asker().id();
        Footing footing = terms.of(askerId, work.now());
        String flowSecret =
                Objects.requireNonNullElse(message.secret(PasswordEntry.class).flowSecret(), "");
        Optional<Refusal> refusal = decider.refusalOfPassword(reset, flowSecret, footing, work.now());
        if (refusal.isPresent()) work.refuse(refusal.get(), null);
        else answer(askerId, Demands.onCheck(footing.policy(), footing.besideFactor()), facts, work);
    }

    private void answer(@Nullable UUID accountId, Demands demands, Facts facts, Work work) {
        NewPassword typed = facts.typed();
        if (typed == null || !typed.isPreparedFor(demands)) throw new StaleFacts("the rules have changed");
        work.reply(new PasswordChecked(typed.broken(
                demands, accountId == null ? null : accounts.find(accountId).orElse(null))));
    }
}
