package io.sspr.registration.signin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which methods were proven within which sign-in. */
@Component
public class SignInProofs {

    private final JdbcClient database;

    SignInProofs(JdbcClient database) {
        this.database = database;
    }

    Set<UUID> since(SignIn signIn, Instant oldest) {
        return new HashSet<>(database.sql("""
                        SELECT method_id FROM sign_in_proofs
                        WHERE client = :client AND account_id = :account AND signed_in_at = :at
                            AND proven_at >= :oldest""")
                .param("client", signIn.client())
                .param("account", signIn.accountId())
                .param("at", signIn.at().atOffset(ZoneOffset.UTC))
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }

    /** One more; proven again, the later time counts. */
    public void add(SignIn signIn, UUID methodId, Instant provenAt) {
        database.sql("""
                        INSERT INTO sign_in_proofs (client, account_id, signed_in_at, method_id, proven_at)
                        VALUES (:client, :account, :at, :method, :provenAt)
                        ON CONFLICT (client, account_id, signed_in_at, method_id) DO UPDATE
                        SET proven_at = greatest(sign_in_proofs.proven_at, EXCLUDED.proven_at)""")
                .param("client", signIn.client())
                .param("account", signIn.accountId())
                .param("at", signIn.at().atOffset(ZoneOffset.UTC))
                .param("method", methodId)
                .param("provenAt", provenAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets all of an account. */
    public void forgetAllOf(UUID accountId) {
        database.sql("DELETE FROM sign_in_proofs WHERE account_id = :account")
                .param("account", accountId)
                .update();
    }

    /** Forgets those from before then; tells how many. */
    public int forget(Instant before) {
        return database.sql("DELETE FROM sign_in_proofs WHERE proven_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
