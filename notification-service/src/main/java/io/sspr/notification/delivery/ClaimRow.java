package io.sspr.notification.delivery;

import static java.util.Objects.requireNonNull;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.messaging.Origin;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.template.Occasion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a claim from its row. */
final class ClaimRow {

    private ClaimRow() {}

    static Claim read(ResultSet row, Supplier<Letter> letter) throws SQLException {
        String purpose = row.getString("purpose");
        String reason = row.getString("reason");
        return new Claim(
                delivery(row),
                origin(row),
                row.getInt("attempts"),
                purpose == null ? null : Purpose.valueOf(purpose),
                instant(row, "until"),
                row.getObject("remaining", Integer.class),
                reason == null ? null : Ineligibility.valueOf(reason),
                Channel.valueOf(row.getString("channel")),
                row.getObject("awaited_method", UUID.class),
                row.getString("locale"),
                letter,
                requireNonNull(instant(row, "happened_at")),
                requireNonNull(instant(row, "created_at")),
                requireNonNull(instant(row, "expires_at")),
                new Handover(
                        row.getInt("sends"),
                        row.getBoolean("in_doubt"),
                        row.getString("gateway_id"),
                        instant(row, "sent_at")),
                row.getBoolean("expired"),
                row.getBoolean("replaced"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                Occasion.named(row.getString("about")),
                row.getObject("verification_id", UUID.class),
                kind == null ? null : MethodKind.valueOf(kind));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getObject("correlation_id", UUID.class),
                row.getObject("causation_id", UUID.class),
                row.getString("traceparent"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
