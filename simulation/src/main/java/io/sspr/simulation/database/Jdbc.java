package io.sspr.simulation.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The part of JDBC that Spring's templates, its transaction manager and the relay use. */
final class Jdbc {

    private Jdbc() {}

    @FunctionalInterface
    private interface Method {
        @Nullable
        Object call(String name, @Nullable Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Method method) {
        InvocationHandler handler = (self, called, arguments) -> {
            String name = called.getName();
            if (name.equals("toString")) return "simulated " + type.getSimpleName();
            if (name.equals("hashCode")) return System.identityHashCode(self);
            if (name.equals("equals")) return arguments != null && self == arguments[0];
            if (name.equals("isWrapperFor")) return false;
            return method.call(name, arguments == null ? new Object[0] : arguments);
        };
        return type.cast(Proxy.newProxyInstance(Jdbc.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static NotSimulated unknown(String type, String name) {
        return new NotSimulated(type + "." + name);
    }

    static DataSource dataSource(MemoryDatabase database) {
        return proxy(DataSource.class, (name, arguments) -> {
            if (name.equals("getConnection")) return connection(new Session(database));
            throw unknown("DataSource", name);
        });
    }

    private static Connection connection(Session session) {
        return proxy(Connection.class, (name, arguments) -> switch (name) {
            case "prepareStatement" -> statement(session, (String) arguments[0]);
            case "createStatement" -> statement(session, null);
            case "getAutoCommit" -> session.isAutoCommit();
            case "setAutoCommit" -> {
                session.setAutoCommit(Boolean.TRUE.equals(arguments[0]));
                yield null;
            }
            case "commit" -> {
                session.commit();
                yield null;
            }
            case "rollback" -> {
                session.rollback();
                yield null;
            }
            case "close", "abort" -> {
                session.close();
                yield null;
            }
            case "isReadOnly", "isClosed" -> false;
            case "getMetaData" -> proxy(DatabaseMetaData.class, (called, none) -> "simulated");
            case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
            case "setReadOnly", "setNetworkTimeout", "clearWarnings" -> null;
            case "unwrap" ->
                proxy(PGConnection.class, (called, none) -> {
                    if (called.equals("getNotifications")) return null;
                    throw unknown("PGConnection", called);
                });
            default -> throw unknown("Connection", name);
        });
    }

    private static PreparedStatement statement(Session session, @Nullable String prepared) {
        List<@Nullable Object> parameters = new ArrayList<>();
        return proxy(PreparedStatement.class, (name, arguments) -> switch (name) {
            case "executeQuery" -> rows(run(session, sql(prepared, arguments), parameters));
            case "executeUpdate" ->
                run(session, sql(prepared, arguments), parameters).changed();
            case "execute" -> {
                run(session, sql(prepared, arguments), parameters);
                yield false;
            }
            case "setNull" -> set(parameters, arguments[0], null);
            case "setObject", "setString", "setTimestamp", "setLong", "setInt", "setBoolean", "setBytes" ->
                set(parameters, arguments[0], arguments[1]);
            case "getParameterMetaData" -> proxy(ParameterMetaData.class, (called, none) -> Types.OTHER);
            case "getWarnings", "close", "setFetchSize", "setMaxRows", "setQueryTimeout" -> null;
            case "isClosed" -> false;
            // Asked for its name only, by Spring when it sets a null.
            case "getConnection" -> connection(session);
            default -> throw unknown("PreparedStatement", name);
        });
    }

    private static String sql(@Nullable String prepared, @Nullable Object[] arguments) {
        return prepared == null ? (String) Values.some(arguments[0]) : prepared;
    }

    private static @Nullable Object set(
            List<@Nullable Object> parameters, @Nullable Object index, @Nullable Object value) {
        int at = (Integer) Values.some(index) - 1;
        while (parameters.size() <= at) parameters.add(null);
        parameters.set(at, Values.kept(value));
        return null;
    }

    private static Statement.Result run(Session session, String sql, List<@Nullable Object> parameters)
            throws SQLException {
        return session.database.run(sql, session, parameters.toArray());
    }

    /** A result as it is read, row by row. */
    private static final class Cursor {

        private final Statement.Result result;
        private int at = -1;
        private @Nullable Object last;

        Cursor(Statement.Result result) {
            this.result = result;
        }

        boolean next() {
            return ++at < result.rows().size();
        }

        @Nullable
        Object read(@Nullable Object column) throws SQLException {
            int index = column instanceof Integer number
                    ? number - 1
                    : result.names().indexOf(column);
            if (index < 0) throw new SQLException("no column " + column, "42703");
            last = result.rows().get(at)[index];
            return last;
        }
    }

    private static ResultSet rows(Statement.Result result) {
        Cursor cursor = new Cursor(result);
        return proxy(ResultSet.class, (name, arguments) -> switch (name) {
            case "next" -> cursor.next();
            case "wasNull" -> cursor.last == null;
            case "close", "getWarnings" -> null;
            case "getMetaData" -> columns(result);
            case "getObject" -> as(cursor.read(arguments[0]), arguments.length > 1 ? (Class<?>) arguments[1] : null);
            case "getString" -> text(cursor.read(arguments[0]));
            case "getInt" -> number(cursor.read(arguments[0])).intValue();
            case "getLong" -> number(cursor.read(arguments[0])).longValue();
            case "getBoolean" -> Boolean.TRUE.equals(cursor.read(arguments[0]));
            case "getBytes" -> cursor.read(arguments[0]);
            case "getTimestamp" -> as(cursor.read(arguments[0]), Timestamp.class);
            case "getArray" -> array((List<?>) Values.some(cursor.read(arguments[0])));
            default -> throw unknown("ResultSet", name);
        });
    }

    private static ResultSetMetaData columns(Statement.Result result) {
        return proxy(ResultSetMetaData.class, (name, arguments) -> switch (name) {
            case "getColumnCount" -> result.names().size();
            case "getColumnLabel", "getColumnName" -> result.names().get((Integer) Values.some(arguments[0]) - 1);
            default -> throw unknown("ResultSetMetaData", name);
        });
    }

    private static Array array(List<?> elements) {
        return proxy(Array.class, (name, arguments) -> {
            if (!name.equals("getArray")) throw unknown("Array", name);
            boolean times = !elements.isEmpty() && elements.stream().allMatch(Instant.class::isInstance);
            return times
                    ? elements.stream()
                            .map(time -> Timestamp.from((Instant) time))
                            .toArray(Timestamp[]::new)
                    : elements.stream().map(String::valueOf).toArray(String[]::new);
        });
    }

    private static Number number(@Nullable Object value) {
        return value == null ? 0 : (Number) value;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Object as(@Nullable Object value, @Nullable Class<?> type) {
        if (value == null || type == null) return value;
        if (type == OffsetDateTime.class) return ((Instant) value).atOffset(ZoneOffset.UTC);
        if (type == Timestamp.class) return Timestamp.from((Instant) value);
        if (type == Integer.class) return ((Number) value).intValue();
        if (type == String.class) return value.toString();
        if (type == UUID.class && value instanceof String text) return UUID.fromString(text);
        return type.cast(value);
    }
}
