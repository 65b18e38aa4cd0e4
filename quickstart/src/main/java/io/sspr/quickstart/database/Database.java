package io.sspr.quickstart.database;

import io.sspr.contract.Service;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A running PostgreSQL that keeps its data in a directory, with a database and an owner for each {@link Service}. */
public final class Database implements AutoCloseable {

    private static final String WRONG_PASSWORD = "28P01";

    private final PostgresServer server;
    private final Passwords passwords;
    private final int port;

    private Database(PostgresServer server, Passwords passwords, int port) {
        this.server = server;
        this.passwords = passwords;
        this.port = port;
    }

    /**
     * Stops what a killed JVM left running on these data, so that its port is free again. Call it with the data directory held
     * and before {@link io.sspr.quickstart.layout.Ports#check}.
     */
    public static void stopLeftover(Settings settings) {
        if (Files.exists(settings.postgres())) {
            server(settings).stop();
        }
    }

    /** Starts and returns when every service's database is there; throws {@link CannotStart} for data it cannot work with. */
    public static Database start(Settings settings, SecureRandom random) {
        PostgresServer server = server(settings);
        Passwords passwords = new Passwords(settings.secrets().resolve("postgres"), random);
        boolean ready = false;
        try {
            server.stop();
            server.initialise(passwords.fileOf(PostgresServer.SUPERUSER));
            server.start(settings.postgresPort());
            Database database = new Database(server, passwords, settings.postgresPort());
            database.prepareServices();
            ready = true;
            return database;
        } catch (IOException e) {
            throw new CannotStart(
                    "PostgreSQL's directory " + settings.postgres() + " cannot be used: " + e + ".",
                    server.wayOut(),
                    e);
        } finally {
            if (!ready) {
                server.stop();
            }
        }
    }

    private static PostgresServer server(Settings settings) {
        Path binaries = PostgresBinaries.unpackOnce(settings.postgresBinaries());
        return new PostgresServer(binaries, settings.postgres(), settings.logs().resolve("postgres.log"));
    }

    private void prepareServices() {
        try (Connection connection = superuser().connect()) {
            ServiceRoles roles = new ServiceRoles(connection);
            roles.closeSharedDatabases();
            for (Service service : Service.values()) {
                roles.prepare(service.shortName(), passwords.of(service.shortName()));
            }
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new CannotStart(
                        "PostgreSQL does not accept the password in " + passwords.fileOf(PostgresServer.SUPERUSER)
                                + ".",
                        "The secrets and the databases belong together: " + server.wayOut(),
                        e);
            }
            throw new CannotStart(
                    "PostgreSQL runs, but its databases cannot be prepared: " + e.getMessage() + ".",
                    server.wayOut(),
                    e);
        }
    }

    /** How the service reaches its own database. */
    public DatabaseLogin loginOf(Service service) {
        return login(service.shortName(), service.shortName());
    }

    /** The same of one that runs in another process; empty if there never was any. */
    public static Optional<DatabaseLogin> loginOf(Settings settings, Service service) {
        Path secrets = settings.secrets().resolve("postgres");
        Passwords passwords = new Passwords(secrets, new SecureRandom());
        String role = service.shortName();
        return Files.exists(secrets.resolve(role + ".password"))
                ? Optional.of(new DatabaseLogin(url(settings.postgresPort(), role), role, passwords.of(role)))
                : Optional.empty();
    }

    /** How an operator reaches everything; no service gets this. */
    public DatabaseLogin superuser() {
        return login(PostgresServer.SUPERUSER, "postgres");
    }

    private DatabaseLogin login(String role, String database) {
        return new DatabaseLogin(url(port, database), role, passwords.of(role));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Stops it; what was committed is on disk. */
    @Override
    public void close() {
        server.stop();
    }
}
