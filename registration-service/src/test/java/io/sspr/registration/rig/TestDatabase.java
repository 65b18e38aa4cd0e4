package io.sspr.registration.rig;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sspr.messaging.testing.RunningPostgres;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One database with our tables for all rigs. */
final class TestDatabase {

    private static final DataSource DATA_SOURCE = migrated();

    private TestDatabase() {}

    static DataSource dataSource() {
        return DATA_SOURCE;
    }

    private static DataSource migrated() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(RunningPostgres.freshDatabase());
        config.setMaximumPoolSize(40);
        DataSource dataSource = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/registration")
                .load()
                .migrate();
        return dataSource;
    }
}
