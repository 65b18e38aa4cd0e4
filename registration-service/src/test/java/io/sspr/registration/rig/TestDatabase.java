package io.sspr.registration.rig;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sspr.messaging.testing.RunningPostgres;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One database with our tables for all rigs. */
final class TestDatabase {

    private static final String URL = RunningPostgres.freshDatabase();
    private static final DataSource DATA_SOURCE = migrated(URL, 40);

    /** The least that the pool knows. */
    private static final long IDLE_MILLIS = 10_000;

    private TestDatabase() {}

    static DataSource dataSource() {
        return DATA_SOURCE;
    }

    /** To the same database, and told from others by that name. */
    static DataSource connectionsNamed(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(URL);
        config.setMaximumPoolSize(8);
        config.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(config);
    }

    /** One more, empty but for its tables. */
    static DataSource another() {
        return migrated(RunningPostgres.freshDatabase(), 8);
    }

    private static DataSource migrated(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        // Many tests have a database of their own, and nobody says when they are done with it.
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        DataSource dataSource = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/registration")
                .load()
                .migrate();
        return dataSource;
    }
}
