package io.sspr.reset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of types that JDBC has no method for. */
public final class Column {

    private Column() {}

    /** An instant as a parameter for {@code timestamptz}, which keeps microseconds. */
    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The same of what may be absent. */
    public static @Nullable OffsetDateTime optionalTime(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    /** A {@code timestamptz}. */
    public static Instant instant(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }

    /** A {@code timestamptz} that may be null. */
    public static @Nullable Instant optionalInstant(ResultSet row, String name) throws SQLException {
        OffsetDateTime time = row.getObject(name, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Texts as a parameter for {@code text[]}. */
    public static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** A {@code uuid} that may be null. */
    public static @Nullable UUID optionalUuid(ResultSet row, String name) throws SQLException {
        return row.getObject(name, UUID.class);
    }

    /** A {@code uuid}. */
    public static UUID uuid(ResultSet row, String name) throws SQLException {
        return row.getObject(name, UUID.class);
    }
}
