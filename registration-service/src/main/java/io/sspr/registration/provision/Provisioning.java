package io.sspr.registration.provision;

import io.sspr.contract.Refusal;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.group.GroupIds;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What provisioning an entry comes to; the organisation's own id decides whether it is new. */
sealed interface Provisioning {
    /** Longest name of a person. */
    int LONGEST_NAME = 256;

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

    /** Whether id, names, groups and locale are fit to be handed on: no control characters, a well-formed language tag (BCP 47). */
    static boolean isWellFormed(AccountEntry entry) {
        try {
            new Locale.Builder().setLanguageTag(entry.locale());
        } catch (IllformedLocaleException e) {
            return false;
        }
        return entry.organisationId().codePoints().noneMatch(Character::isISOControl)
                && areNames(orNone(entry.names()))
                && GroupIds.areWellFormed(orNone(entry.groups()));
    }

    /** As it is kept: the addresses are kept as methods only, and what is absent and what is empty are the same. */
    static AccountEntry kept(AccountEntry entry) {
        return new AccountEntry(
                entry.organisationId(),
                entry.login(),
                entry.locale(),
                entry.administrator(),
                null,
                orAbsent(entry.names()),
                orAbsent(entry.groups()),
                Boolean.TRUE.equals(entry.passwordElsewhere()) ? true : null);
    }

    private static boolean areNames(List<String> names) {
        return names.stream()
                .allMatch(name -> !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && name.codePoints().noneMatch(Character::isISOControl));
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static @Nullable List<String> orAbsent(@Nullable List<String> list) {
        return list == null || list.isEmpty() ? null : list.stream().distinct().toList();
    }
}
