package io.sspr.reset.credential;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.PasswordChecked;
import io.sspr.contract.request.CheckPassword;
import io.sspr.contract.secret.PasswordEntry;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.reset.password.Demands;
import io.sspr.reset.policy.Policies;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says which rules a password would break, to anybody: so it looks at the password and at the file of breached ones, at no
 * account, hashes nothing, and asks nobody outside.
 */
@Component
class CheckPasswordHandler implements Handler<CheckPassword, CheckPasswordHandler.Facts> {

    /** The broken rules; absent while there is no policy. */
    record Facts(Optional<List<PasswordRule>> broken) {}

    private final Policies policies;
    private final NewPasswords newPasswords;

    CheckPasswordHandler(Policies policies, NewPasswords newPasswords) {
        this.policies = policies;
        this.newPasswords = newPasswords;
    }

    @Override
    public Class<CheckPassword> handles() {
        return CheckPassword.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<CheckPassword> message) {
        String typed = message.secret(PasswordEntry.class).password();
        return Prepared.facts(new Facts(policies.current()
                .map(Demands::beforeProof)
                .map(demands -> newPasswords.unhashed(typed, demands).broken(demands, null))));
    }

    @Override
    public List<String> locks(Received<CheckPassword> message, Facts facts) {
        return policies.locks();
    }

    @Override
    public void handle(Received<CheckPassword> message, Facts facts, Work work) {
        if (facts.broken().isPresent())
            work.reply(new PasswordChecked(facts.broken().get()));
        else work.park(Policies.AWAITED, Refusal.FAULT);
    }
}
