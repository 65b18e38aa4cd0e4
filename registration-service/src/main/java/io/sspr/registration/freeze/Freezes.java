package io.sspr.registration.freeze;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accounts that are frozen because their owner denied what had happened, as far as it has been heard of. That an
 * account was frozen and that it no longer is stand on different topics and may be heard in any order: what was later holds.
 */
@Component
public class Freezes {
    private final JdbcClient database;

    Freezes(JdbcClient database) {
        this.database = database;
    }

    /** Whether it is. */
    public boolean isFrozen(UUID accountId) {
        return database.sql("""
                        SELECT count(*) FROM account_freezes WHERE account_id = :account
                        AND disputed_at IS NOT NULL AND (lifted_at IS NULL OR lifted_at < disputed_at)""").param("account", accountId).query(Long.class).single() > 0;
    }

    /** Its owner has denied what had happened. */
    public void freeze(UUID accountId, Instant at) {
        database.sql("""
                        INSERT INTO account_freezes AS known (account_id, disputed_at) VALUES (:account, :at)
                        ON CONFLICT (account_id)
                        DO UPDATE SET disputed_at = greatest(known.disputed_at, excluded.disputed_at)""")
                .param("account", accountId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** An administrator has unblocked it, or helped its owner to a new password. */
    public void lift(UUID accountId, Instant at) {
        database.sql("""
                        INSERT INTO account_freezes AS known (account_id, lifted_at) VALUES (:account, :at)
                        ON CONFLICT (account_id)
                        DO UPDATE SET lifted_at = greatest(known.lifted_at, excluded.lifted_at)""")
                .param("account", accountId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
