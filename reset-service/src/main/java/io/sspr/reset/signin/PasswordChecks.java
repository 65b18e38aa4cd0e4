package io.sspr.reset.signin;

import io.sspr.contract.secret.Origin;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.Credentials;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.PasswordHasher;
import io.sspr.reset.hashing.Phc;
import io.sspr.reset.signin.CheckedPassword.Outcome;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares typed passwords, outside any transaction. Where there is no credential a hash of nothing is computed instead,
 * and where the answer is settled none at all, known or not: time does not tell who has an account.
 */
@Component
public class PasswordChecks {

    private final Credentials credentials;
    private final SignInFailures failures;
    private final PasswordHasher hasher;
    private final Marks marks;
    private final Clock clock;

    PasswordChecks(Credentials credentials, SignInFailures failures, PasswordHasher hasher, Marks marks, Clock clock) {
        this.credentials = credentials;
        this.failures = failures;
        this.hasher = hasher;
        this.marks = marks;
        this.clock = clock;
    }

    /** Compares it with the credential of an account or decoy. */
    public CheckedPassword check(UUID asker, String typed, @Nullable Origin origin) {
        Optional<Credential> credential = credentials.find(asker);
        long version = Credential.versionOf(credential.orElse(null));
        String from = marks.origin(asker, origin);
        String mark = marks.password(asker, version, typed);
        Failures before = failures.of(asker, from);
        if (before.refusesUnseen(mark, clock.instant()))
            return new CheckedPassword(from, mark, version, Outcome.UNSEEN, null);
        Phc phc = credential.map(Credential::phc).orElse(hasher.decoy());
        Optional<Password> password = Password.of(typed);
        boolean right = password.isPresent() && hasher.matches(password.get(), phc) && credential.isPresent();
        Phc better = right && hasher.isOutdated(phc) ? hasher.hash(password.get()) : null;
        return new CheckedPassword(from, mark, version, right ? Outcome.RIGHT : Outcome.WRONG, better);
    }
}
