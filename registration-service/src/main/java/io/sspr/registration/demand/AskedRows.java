package io.sspr.registration.demand;

import io.sspr.contract.policy.RegistrationReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what people were asked at sign-in. */
@Component
public class AskedRows {
    private final JdbcClient database;

    AskedRows(JdbcClient database) {
        this.database = database;
    }

    /** Of that account; methods that were registered before there were such rows count too. */
    Asked of(UUID accountId) {
        return database.sql("""
                        SELECT asked_at, reasons, skips, anew,
                            greatest(confirmed_at, (SELECT max(added_at) FROM methods
                                WHERE account_id = :account AND import_rank IS NULL
                                    AND kind <> 'ADMINISTRATOR_CODE')) AS confirmed_at
                        FROM (SELECT CAST(:account AS uuid) AS account_id) AS one
                        LEFT JOIN demands USING (account_id)""")
                .param("account", accountId)
                .query((row, number) -> read(row))
                .optional()
                .orElse(Asked.NEVER);
    }

    void keep(UUID accountId, Asked asked) {
        database.sql("""
                        INSERT INTO demands (account_id, asked_at, reasons, skips, anew)
                        VALUES (:account, :askedAt, :reasons, :skips, :anew)
                        ON CONFLICT (account_id) DO UPDATE
                        SET asked_at = EXCLUDED.asked_at, reasons = EXCLUDED.reasons, skips = EXCLUDED.skips,
                            anew = EXCLUDED.anew""")
                .param("account", accountId)
                .param("askedAt", utc(asked.firstAsked()))
                .param(
                        "reasons",
                        asked.reasons().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("skips", asked.skips())
                .param("anew", asked.anew())
                .update();
    }

    /** The person has looked at the methods, or registered one. */
    public void confirm(UUID accountId, Instant now) {
        database.sql("""
                        INSERT INTO demands (account_id, confirmed_at) VALUES (:account, :now)
                        ON CONFLICT (account_id) DO UPDATE SET confirmed_at = EXCLUDED.confirmed_at""")
                .param("account", accountId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** An administrator wants the person to register anew. */
    public void wantAnew(UUID accountId) {
        database.sql("""
                        INSERT INTO demands (account_id, anew) VALUES (:account, true)
                        ON CONFLICT (account_id) DO UPDATE SET anew = true""").param("account", accountId).update();
    }

    private static Asked read(ResultSet row) throws SQLException {
        String reasons = row.getString("reasons");
        return new Asked(
                instant(row, "asked_at"),
                reasons == null || reasons.isEmpty() ? Set.of() : reasons(reasons),
                row.getInt("skips"),
                instant(row, "confirmed_at"),
                row.getBoolean("anew"));
    }

    private static Set<RegistrationReason> reasons(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(RegistrationReason::valueOf)
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
