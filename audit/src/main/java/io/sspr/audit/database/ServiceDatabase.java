package io.sspr.audit.database;

import io.sspr.audit.finding.CannotCheck;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Properties;

/** Reads a service's database in one read-only transaction, row by row. */
public final class ServiceDatabase implements AutoCloseable {

    private static final int ROWS = 5000;

    private final DatabaseAccess access;
    private final Connection connection;

    /** Takes a last number of a key on a topic. */
    public interface NumberReader {
        /** One more. */
        void read(String topic, String key, long last) throws IOException;
    }

    /** Takes a credential's version. */
    public interface VersionReader {
        /** One more. */
        void read(String accountId, long version) throws IOException;
    }

    /** Takes how far a topic was read. */
    public interface PositionReader {
        /** One more. */
        void read(String topic, int partition, long next) throws IOException;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException, IOException;
    }

    private ServiceDatabase(DatabaseAccess access, Connection connection) {
        this.access = access;
        this.connection = connection;
    }

    /** Begins to read. */
    public static ServiceDatabase open(DatabaseAccess access) throws CannotCheck {
        Properties login = new Properties();
        login.setProperty("user", access.user());
        login.setProperty("password", access.password());
        login.setProperty("ApplicationName", "sspr-audit");
        login.setProperty("connectTimeout", "15");
        try {
            Connection connection = DriverManager.getConnection(access.url(), login);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new ServiceDatabase(access, connection);
        } catch (SQLException e) {
            throw new CannotCheck("The database " + access + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The last ce_keysequence that was given to each topic and key. */
    public void numbers(NumberReader each) throws CannotCheck, IOException {
        query(
                "select topic, record_key::text, last from key_sequences",
                row -> each.read(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /** The versions of all credentials; reset-service has them. */
    public void credentials(VersionReader each) throws CannotCheck, IOException {
        query("select account_id::text, version from credentials", row -> each.read(row.getString(1), row.getLong(2)));
    }

    /** How far each topic was read. */
    public void positions(PositionReader each) throws CannotCheck, IOException {
        query(
                "select topic, partition, next_offset from positions",
                row -> each.read(row.getString(1), row.getInt(2), row.getLong(3)));
    }

    /** Rows of the outbox that have waited since before that. */
    public long untoldSince(Instant before) throws CannotCheck, IOException {
        return count("select count(*) from outbox where created_at <= '" + before + "'");
    }

    /** Requests that were put aside and whose deadline was before that. */
    public long parkedBeyond(Instant before) throws CannotCheck, IOException {
        return count("select count(*) from parked where deadline <= '" + before + "'");
    }

    private long count(String sql) throws CannotCheck, IOException {
        long[] count = new long[1];
        query(sql, row -> count[0] = row.getLong(1));
        return count[0];
    }

    private void query(String sql, Row each) throws CannotCheck, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) each.read(rows);
            }
        } catch (SQLException e) {
            throw new CannotCheck("The database " + access + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws CannotCheck {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CannotCheck("The database " + access + " cannot be left: " + e.getMessage(), e);
        }
    }
}
