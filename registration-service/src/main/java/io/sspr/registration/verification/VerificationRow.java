package io.sspr.registration.verification;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.registration.flow.FlowName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of the table of verifications. */
final class VerificationRow {

    static final RowMapper<Verification> MAPPER = (row, number) -> read(row);

    private VerificationRow() {}

    private static Verification read(ResultSet row) throws SQLException {
        return new Verification(
                uuid(row, "verification_id"),
                new FlowName(row.getString("client"), uuid(row, "flow")),
                row.getString("flow_hash"),
                new Target(
                        uuid(row, "account_id"),
                        uuid(row, "method_id"),
                        uuid(row, "counted_as"),
                        MethodKind.valueOf(row.getString("kind")),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getObject("reset_id", UUID.class),
                        row.getBoolean("decoy")),
                occasion(row),
                row.getString("locale"),
                new Progress(
                        VerificationStatus.valueOf(row.getString("status")),
                        row.getInt("attempts"),
                        row.getInt("round"),
                        Objects.requireNonNull(instant(row, "expires_at")),
                        Objects.requireNonNull(instant(row, "not_beyond")),
                        instant(row, "resend_at")),
                new Secrets(row.getString("code_hmac"), row.getString("pending_encrypted")));
    }

    private static @Nullable Occasion occasion(ResultSet row) throws SQLException {
        Instant signedInAt = instant(row, "signed_in_at");
        Instant begunAt = instant(row, "begun_at");
        return signedInAt == null || begunAt == null
                ? null
                : new Occasion(signedInAt, begunAt, row.getObject("replaces", UUID.class));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
