package io.sspr.reset.credential;

import io.sspr.contract.policy.BreachRules;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.breached.Breach;
import io.sspr.reset.breached.BreachedPasswords;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.PasswordHasher;
import io.sspr.reset.hashing.Phc;
import io.sspr.reset.password.Demands;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does the slow work on new passwords, outside any transaction and only as far as it is worth it. */
@Component
public class NewPasswords {

    private final PasswordHasher hasher;
    private final Credentials credentials;
    private final BreachedPasswords breached;

    NewPasswords(PasswordHasher hasher, Credentials credentials, BreachedPasswords breached) {
        this.hasher = hasher;
        this.credentials = credentials;
        this.breached = breached;
    }

    /** Where the current one is not known: compares with its hash. */
    public NewPassword afterForgotten(
            UUID accountId,
            String typed,
            @Nullable Credential current,
            Demands demands,
            @Nullable KnownAccount account) {
        Optional<Password> password = Password.of(typed);
        boolean same = current != null && password.isPresent() && hasher.matches(password.get(), current.phc());
        return prepared(accountId, typed, Credential.versionOf(current), same, demands, account);
    }

    /** Where the current one is known and was found right: comparing the two is enough. */
    public NewPassword afterKnown(
            String typed, String currentTyped, Credential current, Demands demands, @Nullable KnownAccount account) {
        boolean same = Password.of(typed).isPresent() && Password.of(typed).equals(Password.of(currentTyped));
        return prepared(current.accountId(), typed, current.version(), same, demands, account);
    }

    /** Where there is none yet: an initial one from provisioning, which may be made of the login. */
    NewPassword initial(String typed, Demands demands) {
        return hashed(unhashed(typed, demands), demands, null);
    }

    /** One that is not to be set. */
    public NewPassword unhashed(String typed, Demands demands) {
        return new NewPassword(typed, 0, false, lookUp(null, typed, demands), null);
    }

    private NewPassword prepared(
            UUID accountId, String typed, long version, boolean same, Demands demands, @Nullable KnownAccount account) {
        return hashed(new NewPassword(typed, version, same, lookUp(accountId, typed, demands), null), demands, account);
    }

    /** A password that is refused anyway is looked up all the same, for all that is wrong with it is told at once. */
    private LookedUp lookUp(@Nullable UUID accountId, String typed, Demands demands) {
        BreachRules breaches = demands.breaches();
        Optional<Password> password = Password.of(typed);
        int used =
                password.isEmpty() || accountId == null ? 0 : usedBefore(accountId, password.get(), demands.former());
        Breach breach = password.map(form -> breached.find(form, breaches.file(), breaches.service()))
                .orElse(Breach.UNKNOWN);
        return new LookedUp(demands.former(), used, breaches, breach);
    }

    private int usedBefore(UUID accountId, Password password, int former) {
        List<Phc> before = former == 0 ? List.of() : credentials.former(accountId, former);
        for (int i = 0; i < before.size(); i++) if (hasher.matches(password, before.get(i))) return i + 1;
        return 0;
    }

    private NewPassword hashed(NewPassword wanted, Demands demands, @Nullable KnownAccount account) {
        boolean worth = wanted.broken(demands, account).isEmpty();
        Phc phc = worth ? Password.of(wanted.typed()).map(hasher::hash).orElse(null) : null;
        return new NewPassword(wanted.typed(), wanted.currentVersion(), wanted.sameAsCurrent(), wanted.lookedUp(), phc);
    }
}
