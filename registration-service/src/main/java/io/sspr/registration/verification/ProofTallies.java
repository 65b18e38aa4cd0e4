package io.sspr.registration.verification;

import io.sspr.messaging.StaleFacts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tallies of wrong proofs. They outlive verifications, codes, flows and restarts. */
@Component
public class ProofTallies {

    private final JdbcClient database;

    ProofTallies(JdbcClient database) {
        this.database = database;
    }

    /** The tally of what is counted so for an account. */
    public ProofTally of(UUID accountId, UUID countedAs) {
        return database.sql("""
                        SELECT wrong_in_a_row, not_before FROM proof_counters
                        WHERE account_id = :account AND counted_as = :countedAs""")
                .param("account", accountId)
                .param("countedAs", countedAs)
                .query((row, number) -> new ProofTally(
                        row.getInt("wrong_in_a_row"), instant(row.getObject("not_before", OffsetDateTime.class))))
                .optional()
                .orElse(ProofTally.NONE);
    }

    /** Keeps one more; throws {@link StaleFacts} if another was counted meanwhile. */
    void count(UUID accountId, UUID countedAs, ProofTally before, ProofTally counted) {
        int rows = database.sql("""
                        INSERT INTO proof_counters (account_id, counted_as, wrong_in_a_row, not_before)
                        VALUES (:account, :countedAs, :counted, :notBefore)
                        ON CONFLICT (account_id, counted_as) DO UPDATE
                        SET wrong_in_a_row = EXCLUDED.wrong_in_a_row, not_before = EXCLUDED.not_before
                        WHERE proof_counters.wrong_in_a_row = :before""")
                .param("account", accountId)
                .param("countedAs", countedAs)
                .param("counted", counted.wrongInARow())
                .param("notBefore", utc(counted.notBefore()))
                .param("before", before.wrongInARow())
                .update();
        if (rows != 1) throw new StaleFacts("a proof was counted meanwhile");
    }

    /** Starts anew. */
    void clear(UUID accountId, UUID countedAs) {
        database.sql("DELETE FROM proof_counters WHERE account_id = :account AND counted_as = :countedAs")
                .param("account", accountId)
                .param("countedAs", countedAs)
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
