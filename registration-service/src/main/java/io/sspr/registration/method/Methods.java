package io.sspr.registration.method;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;
import io.sspr.messaging.StaleFacts;
import io.sspr.registration.protection.Vault;
import io.sspr.registration.totp.TotpSeed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The methods; addresses and seeds encrypted. */
@Component
public class Methods {

    private final JdbcClient database;
    private final Vault vault;

    Methods(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Those of an account; none for an id that we do not know. */
    public AccountMethods of(UUID accountId) {
        return new AccountMethods(database.sql("SELECT * FROM methods WHERE account_id = :account ORDER BY position")
                .param("account", accountId)
                .query((row, number) -> read(row))
                .list());
    }

    /** A keyed hash to compare addresses of one account by; those of different accounts cannot be compared. */
    public String addressFingerprint(UUID accountId, String comparableAddress) {
        return vault.fingerprint(comparableAddress, "address/" + accountId);
    }

    void add(RegisteredMethod method, Instant now) {
        int rows = database.sql("""
                        INSERT INTO methods (method_id, account_id, kind, status,
                            address_encrypted, address_hmac, seed_encrypted, last_step, verified_at)
                        VALUES (:id, :account, :kind, :status, :address, :addressHmac, :seed, :step, :now)
                        ON CONFLICT (account_id, address_hmac) WHERE status = 'VERIFIED' DO NOTHING""")
                .param("id", method.methodId())
                .param("account", method.accountId())
                .param("kind", method.kind().name())
                .param("status", method.status().name())
                .param("address", conceal(method.address(), method.methodId()))
                .param("addressHmac", method.addressFingerprint())
                .param(
                        "seed",
                        conceal(method.seed() == null ? null : method.seed().base32(), method.methodId()))
                .param("step", method.lastStep())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (rows != 1) throw new StaleFacts("the address was registered meanwhile");
    }

    void lock(UUID methodId) {
        database.sql("UPDATE methods SET status = 'LOCKED' WHERE method_id = :id")
                .param("id", methodId)
                .update();
    }

    void remove(UUID methodId) {
        database.sql("DELETE FROM methods WHERE method_id = :id")
                .param("id", methodId)
                .update();
    }

    /** Uses up a time step of an app; throws {@link StaleFacts} if it, or a later one, was used meanwhile. */
    public void useUp(UUID methodId, long step) {
        int rows = database.sql("UPDATE methods SET last_step = :step WHERE method_id = :id AND last_step < :step")
                .param("id", methodId)
                .param("step", step)
                .update();
        if (rows != 1) throw new StaleFacts("a time step was used meanwhile");
    }

    private @Nullable String conceal(@Nullable String text, UUID methodId) {
        return text == null ? null : vault.conceal(text, place(methodId));
    }

    private RegisteredMethod read(ResultSet row) throws SQLException {
        UUID methodId = row.getObject("method_id", UUID.class);
        String address = row.getString("address_encrypted");
        String seed = row.getString("seed_encrypted");
        return new RegisteredMethod(
                methodId,
                row.getObject("account_id", UUID.class),
                MethodKind.valueOf(row.getString("kind")),
                MethodStatus.valueOf(row.getString("status")),
                address == null ? null : vault.reveal(address, place(methodId)),
                row.getString("address_hmac"),
                seed == null ? null : TotpSeed.ofBase32(vault.reveal(seed, place(methodId))),
                row.getObject("last_step", Long.class));
    }

    private static String place(UUID methodId) {
        return "method/" + methodId;
    }
}
