package io.sspr.reset.credential;

import io.sspr.contract.PasswordRules;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.PasswordHasher;
import io.sspr.reset.hashing.Phc;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does the slow work on new passwords, outside any transaction and only as far as it is worth it. */
@Component
public class NewPasswords {

    private final PasswordHasher hasher;

    NewPasswords(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    /** Where the current one is not known: compares with its hash. */
    public NewPassword afterForgotten(
            String typed, @Nullable Credential current, PasswordRules rules, @Nullable KnownAccount account) {
        Optional<Password> password = Password.of(typed);
        boolean same = current != null && password.isPresent() && hasher.matches(password.get(), current.phc());
        return hashed(typed, password, Credential.versionOf(current), same, rules, account);
    }

    /** Where the current one is known and was found right: comparing the two is enough. */
    public NewPassword afterKnown(
            String typed,
            String currentTyped,
            Credential current,
            PasswordRules rules,
            @Nullable KnownAccount account) {
        Optional<Password> password = Password.of(typed);
        boolean same = password.isPresent() && password.equals(Password.of(currentTyped));
        return hashed(typed, password, current.version(), same, rules, account);
    }

    private NewPassword hashed(
            String typed,
            Optional<Password> password,
            long version,
            boolean same,
            PasswordRules rules,
            @Nullable KnownAccount account) {
        boolean worth = !same && NewPasswordRules.broken(typed, rules, account).isEmpty();
        Phc phc = worth ? password.map(hasher::hash).orElse(null) : null;
        return new NewPassword(typed, version, same, phc);
    }
}
