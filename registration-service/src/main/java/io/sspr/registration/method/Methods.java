package io.sspr.registration.method;

import io.sspr.contract.MethodKind;
import io.sspr.messaging.StaleFacts;
import io.sspr.registration.protection.Vault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The methods; addresses and secrets encrypted. */
@Component
public class Methods {

    private final JdbcClient database;
    private final Vault vault;
    private final MethodRow row;

    Methods(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
        this.row = new MethodRow(vault);
    }

    /** Those of an account; none for an id that we do not know. */
    public AccountMethods of(UUID accountId) {
        return new AccountMethods(
                database.sql("""
                        SELECT * FROM methods WHERE account_id = :account
                        ORDER BY import_rank NULLS FIRST, position""").param("account", accountId).query(row).list());
    }

    /**
     * Whose rows are to be read where a method of that kind is asked for: the account's own if it has one. Who has none, or
     * is unknown, would be answered faster; so somebody else's are read for them, always the same one's, and not looked at.
     */
    public UUID standIn(UUID accountId, MethodKind kind) {
        // Both are looked up in any case.
        return database.sql("""
                        SELECT coalesce(next, first, :account) FROM
                            (SELECT (SELECT account_id FROM methods WHERE kind = :kind AND account_id >= :account
                                     ORDER BY account_id LIMIT 1) AS next,
                                    (SELECT account_id FROM methods WHERE kind = :kind
                                     ORDER BY account_id LIMIT 1) AS first
                             OFFSET 0) AS found""")
                .param("kind", kind.name())
                .param("account", accountId)
                .query(UUID.class)
                .single();
    }

    /** Some whose quarantine is over. */
    public List<RegisteredMethod> toRelease(Instant now, int most) {
        return database.sql("""
                        SELECT * FROM methods WHERE status = 'QUARANTINED' AND usable_from <= :now
                        ORDER BY usable_from LIMIT :most""")
                .param("now", utc(now))
                .param("most", most)
                .query(row)
                .list();
    }

    /** A keyed hash to compare addresses of one account by; those of different accounts cannot be compared. */
    public String addressFingerprint(UUID accountId, String comparableAddress) {
        return vault.fingerprint(comparableAddress, "address/" + accountId);
    }

    /** Keeps a new one; throws {@link StaleFacts} if its address was registered meanwhile. */
    public void add(RegisteredMethod method, Instant now) {
        int rows = database.sql("""
                        INSERT INTO methods (method_id, account_id, kind, status, address_encrypted, address_hmac,
                            secret_encrypted, used_up_to, usable_from, usable_until, preferred, import_rank, added_at)
                        VALUES (:id, :account, :kind, :status, :address, :addressHmac,
                            :secret, :usedUpTo, :usableFrom, :usableUntil, :preferred, :importRank, :now)
                        ON CONFLICT (account_id, address_hmac) WHERE status IN ('VERIFIED', 'QUARANTINED')
                        DO NOTHING""")
                .param("id", method.methodId())
                .param("account", method.accountId())
                .param("kind", method.kind().name())
                .param("status", method.status().name())
                .param("address", row.conceal(method.address(), method.methodId()))
                .param("addressHmac", method.addressFingerprint())
                .param("secret", row.conceal(method.secret(), method.methodId()))
                .param("usedUpTo", method.usedUpTo())
                .param("usableFrom", utc(method.usableFrom()))
                .param("usableUntil", utc(method.usableUntil()))
                .param("preferred", method.preferred())
                .param("importRank", method.importRank())
                .param("now", utc(now))
                .update();
        if (rows != 1) throw new StaleFacts("the address was registered meanwhile");
    }

    /** Keeps its status; of a quarantine nothing is left. */
    void change(RegisteredMethod changed) {
        database.sql("UPDATE methods SET status = :status, usable_from = NULL WHERE method_id = :id")
                .param("status", changed.status().name())
                .param("id", changed.methodId())
                .update();
    }

    /** Keeps its place in the organisation's list. */
    void rank(UUID methodId, int rank) {
        database.sql("UPDATE methods SET import_rank = :rank WHERE method_id = :id")
                .param("rank", rank)
                .param("id", methodId)
                .update();
    }

    /** Keeps which of its kind its owner chose. */
    void prefer(RegisteredMethod chosen) {
        database.sql("""
                        UPDATE methods SET preferred = (method_id = :id)
                        WHERE account_id = :account AND kind = :kind""")
                .param("id", chosen.methodId())
                .param("account", chosen.accountId())
                .param("kind", chosen.kind().name())
                .update();
    }

    /** Forgets it; throws {@link StaleFacts} if it is gone already. */
    public void remove(UUID methodId) {
        int rows = database.sql("DELETE FROM methods WHERE method_id = :id")
                .param("id", methodId)
                .update();
        if (rows != 1) throw new StaleFacts("a method was removed meanwhile");
    }

    /** Uses up everything to that; throws {@link StaleFacts} if it, or more, was used meanwhile. */
    public void useUp(UUID methodId, long used) {
        int rows = database.sql("UPDATE methods SET used_up_to = :used WHERE method_id = :id AND used_up_to < :used")
                .param("id", methodId)
                .param("used", used)
                .update();
        if (rows != 1) throw new StaleFacts("a time step was used meanwhile");
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
