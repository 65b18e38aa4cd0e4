package io.sspr.registration.provision;

import io.sspr.contract.Refusal;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.registration.account.KnownAccount;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What provisioning an entry comes to; the organisation's own id decides whether it is new. */
sealed interface Provisioning {

    /** Not known before. */
    record Created(KnownAccount account) implements Provisioning {}

    /** Known, and something of it is different now. */
    record Changed(KnownAccount account) implements Provisioning {}

    /** The same entry again. */
    record Unchanged(UUID accountId) implements Provisioning {}

    /** It cannot be so. */
    record Refused(Refusal reason) implements Provisioning {}

    /** Decides; {@code ownerOfLogin} is the account that has the entry's canonical login now. */
    static Provisioning decide(
            Optional<KnownAccount> stored, Optional<UUID> ownerOfLogin, AccountEntry entry, UUID newId) {
        UUID accountId = stored.map(KnownAccount::accountId).orElse(newId);
        if (ownerOfLogin.isPresent() && !ownerOfLogin.get().equals(accountId)) return new Refused(Refusal.LOGIN_TAKEN);
        if (stored.isEmpty()) return new Created(new KnownAccount(accountId, entry));
        return stored.get().entry().equals(entry)
                ? new Unchanged(accountId)
                : new Changed(new KnownAccount(accountId, entry));
    }

    /** Whether id and locale are fit to be handed on: no control characters, a well-formed language tag (BCP 47). */
    static boolean isWellFormed(AccountEntry entry) {
        try {
            new Locale.Builder().setLanguageTag(entry.locale());
        } catch (IllformedLocaleException e) {
            return false;
        }
        return entry.organisationId().codePoints().noneMatch(Character::isISOControl);
    }
}
