package io.sspr.registration.kind.recovery;

import io.sspr.messaging.StaleFacts;
import io.sspr.registration.protection.Vault;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recovery codes that can still be used, as keyed hashes. */
@Component
class RecoveryCodeHashes {

    /** As long as a hash. */
    private static final String NOBODYS = "-".repeat(43);

    private final JdbcClient database;
    private final Vault vault;

    RecoveryCodeHashes(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    String hash(UUID methodId, String code) {
        return vault.fingerprint(code, "recovery/" + methodId);
    }

    List<String> of(UUID methodId) {
        return database.sql("SELECT code_hmac FROM recovery_codes WHERE method_id = :id")
                .param("id", methodId)
                .query(String.class)
                .list();
    }

    /** The same, filled up to so many with what nothing hashes to: who has fewer, or none, costs as much as who has all. */
    List<String> filledUp(UUID methodId, int count) {
        return database.sql("""
                        SELECT coalesce(code_hmac, :nobodys) FROM generate_series(1, :count) AS place
                        FULL JOIN (SELECT code_hmac, row_number() OVER () AS place
                                   FROM recovery_codes WHERE method_id = :id) AS codes USING (place)""")
                .param("nobodys", NOBODYS)
                .param("count", count)
                .param("id", methodId)
                .query(String.class)
                .list();
    }

    int left(UUID methodId) {
        return of(methodId).size();
    }

    void add(UUID methodId, Collection<RecoveryCode> codes) {
        for (RecoveryCode code : codes)
            database.sql("INSERT INTO recovery_codes (method_id, code_hmac) VALUES (:id, :hash)")
                    .param("id", methodId)
                    .param("hash", hash(methodId, code.text()))
                    .update();
    }

    /** Voids one; throws {@link StaleFacts} if it is void already. */
    void use(UUID methodId, String hash) {
        int rows = database.sql("DELETE FROM recovery_codes WHERE method_id = :id AND code_hmac = :hash")
                .param("id", methodId)
                .param("hash", hash)
                .update();
        if (rows != 1) throw new StaleFacts("a recovery code was used meanwhile");
    }
}
