package io.sspr.registration.block;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.Counted;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what counts towards blocks, of accounts that exist and of such that do not. */
@Component
public class BlockCounts {
    private final JdbcClient database;

    BlockCounts(JdbcClient database) {
        this.database = database;
    }

    List<Blocks.Happened> of(UUID accountId) {
        return database.sql("""
                        SELECT counted, kind, happened_at FROM block_counts WHERE account_id = :account
                        ORDER BY happened_at, position""")
                .param("account", accountId)
                .query((row, number) -> new Blocks.Happened(
                        Counted.valueOf(row.getString("counted")),
                        MethodKind.valueOf(row.getString("kind")),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(UUID accountId, Blocks.Happened happened) {
        database.sql("""
                        INSERT INTO block_counts (account_id, counted, kind, happened_at)
                        VALUES (:account, :counted, :kind, :at)""")
                .param("account", accountId)
                .param("counted", happened.counted().name())
                .param("kind", happened.kind().name())
                .param("at", happened.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void clear(UUID accountId) {
        database.sql("DELETE FROM block_counts WHERE account_id = :account")
                .param("account", accountId)
                .update();
    }

    /** Forgets what happened before then; tells how many. */
    public int forget(Instant before) {
        return database.sql("DELETE FROM block_counts WHERE happened_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
