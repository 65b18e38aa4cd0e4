package io.sspr.registration.method;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;
import io.sspr.registration.protection.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of the table of methods. */
final class MethodRow implements RowMapper<RegisteredMethod> {

    private final Vault vault;

    MethodRow(Vault vault) {
        this.vault = vault;
    }

    @Override
    public RegisteredMethod mapRow(ResultSet row, int number) throws SQLException {
        UUID methodId = row.getObject("method_id", UUID.class);
        return new RegisteredMethod(
                methodId,
                row.getObject("account_id", UUID.class),
                MethodKind.valueOf(row.getString("kind")),
                MethodStatus.valueOf(row.getString("status")),
                reveal(row.getString("address_encrypted"), methodId),
                row.getString("address_hmac"),
                reveal(row.getString("secret_encrypted"), methodId),
                row.getObject("used_up_to", Long.class),
                instant(row, "usable_from"),
                instant(row, "usable_until"),
                row.getBoolean("preferred"),
                row.getObject("import_rank", Integer.class));
    }

    @Nullable
    String conceal(@Nullable String text, UUID methodId) {
        return text == null ? null : vault.conceal(text, place(methodId));
    }

    private @Nullable String reveal(@Nullable String concealed, UUID methodId) {
        return concealed == null ? null : vault.reveal(concealed, place(methodId));
    }

    private static String place(UUID methodId) {
        return "method/" + methodId;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
