package io.sspr.browser;

import io.sspr.contract.Service;
import io.sspr.live.LiveSystem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A service that answers nobody: its database keeps it waiting, as one does that is overloaded. What was asked meanwhile has its
 * effect afterwards.
 */
final class Standstill {

    private Standstill() {}

    /** For as long as that goes on. */
    static void of(LiveSystem system, Service service, Runnable meanwhile) {
        try (Connection database = system.database(service).connect();
                Statement lock = database.createStatement()) {
            database.setAutoCommit(false);
            // Every answer goes through it.
            lock.execute("lock table outbox in access exclusive mode");
            meanwhile.run();
            database.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be locked", e);
        }
    }
}
