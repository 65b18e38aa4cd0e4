package io.sspr.messaging.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one PostgreSQL of this JVM; each test class takes a fresh database of it. */
public final class RunningPostgres {

    private static final EmbeddedPostgres POSTGRES = start();

    private RunningPostgres() {}

    /** Makes an empty database; its JDBC URL, with user and password. */
    public static String freshDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(POSTGRES.getPostgresDatabase()).execute("create database " + name);
        return POSTGRES.getJdbcUrl("postgres", name);
    }

    /** The same with the tables of these migrations, such as {@code classpath:db/messaging}, and a pool of connections. */
    public static DataSource freshDatabase(String... migrations) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(freshDatabase());
        dataSource.setMaximumPoolSize(8);
        dataSource.setMinimumIdle(0);
        Flyway.configure().dataSource(dataSource).locations(migrations).load().migrate();
        return dataSource;
    }

    /** Ends all connections to all databases but our own, as a fail-over would. */
    public static void terminateConnections() {
        new JdbcTemplate(POSTGRES.getPostgresDatabase()).execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where pid <> pg_backend_pid() and backend_type = 'client backend' and datname like 'test\\_%'""");
    }

    /** Lets nobody into a database that {@link #freshDatabase()} made, and throws out who is in, or lets them in again. */
    public static void setAway(String url, boolean away) {
        String name = url.replaceFirst(".*/([a-z0-9_]+)[?].*", "$1");
        new JdbcTemplate(POSTGRES.getPostgresDatabase())
                .execute("alter database " + name + " allow_connections " + !away);
        if (away) terminateConnections();
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "localhost")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
