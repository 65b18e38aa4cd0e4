package io.sspr.messaging.relay;

import io.sspr.messaging.outbox.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The relay's own connection to the database: its lock, its ear and its hand. */
final class RelaySession implements AutoCloseable {

    /** A statement that takes longer found a dead peer. */
    private static final int DEAD_AFTER_MILLIS = 10_000;

    private final Connection connection;
    private final PGConnection ear;
    private final JdbcTemplate jdbc;

    RelaySession(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, DEAD_AFTER_MILLIS);
            ear = connection.unwrap(PGConnection.class);
            jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.execute("listen " + Outbox.CHANNEL);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Until there are new rows, or that long; whether somebody said that there are. */
    boolean await(Duration atMost) throws SQLException {
        PGNotification[] heard = ear.getNotifications((int) atMost.toMillis());
        return heard != null && heard.length > 0;
    }

    /** The connection goes back to a pool, which must not inherit the lock. */
    @Override
    public void close() throws SQLException {
        try {
            jdbc.execute("unlisten *; select pg_advisory_unlock_all()");
        } catch (RuntimeException e) {
            connection.abort(Runnable::run);
        } finally {
            connection.close();
        }
    }
}
