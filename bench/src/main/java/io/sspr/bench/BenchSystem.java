package io.sspr.bench;

import io.sspr.contract.Service;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.notification.NotificationServiceApplication;
import io.sspr.quickstart.QuickStart;
import io.sspr.quickstart.ServiceProperties;
import io.sspr.quickstart.Surroundings;
import io.sspr.quickstart.database.Database;
import io.sspr.quickstart.database.DatabaseLogin;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.process.ServiceProcess;
import io.sspr.registration.RegistrationServiceApplication;
import io.sspr.reset.ResetServiceApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Kafka, PostgreSQL and each of the services as a process of its own, on a fresh directory. */
final class BenchSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Settings settings;
    private final KeyMaterial keys;
    private final Database database;
    private final BrokerProcess broker;
    private final Admin admin;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);

    private BenchSystem(
            Settings settings, KeyMaterial keys, Database database, BrokerProcess broker, BenchOptions options)
            throws Exception {
        this.settings = settings;
        this.keys = keys;
        this.database = database;
        this.broker = broker;
        Properties connection = new Properties();
        connection.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        this.admin = Admin.create(connection);
        QuickStart.createTopics(admin);
        for (Service service : Service.values()) services.put(service, process(service, options));
    }

    /** Returns when all of them say that they are up; whatever ends this JVM stops them. */
    static BenchSystem start(Settings settings, BenchOptions options) throws Exception {
        DataDirectory.create(settings.logs());
        KeyMaterial keys = new KeyMaterial(settings.secrets(), Clock.systemUTC())
                .generate(List.of("portal", "directory", "console"));
        BenchPolicy.write(settings.data().resolve("policy.json"), options.history());
        Database database = countingStatements(settings);
        BenchSystem system = new BenchSystem(settings, keys, database, BrokerProcess.start(settings), options);
        // Killed or not, nothing that it started may go on.
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "bench-stop"));
        boolean up = false;
        try {
            for (ServiceProcess process : system.services.values()) process.start();
            for (ServiceProcess process : system.services.values()) system.awaitUp(process);
            up = true;
            return system;
        } finally {
            if (!up) system.close();
        }
    }

    /** The extension is part of PostgreSQL, and has to be loaded before the first connection. */
    private static Database countingStatements(Settings settings) throws SQLException {
        SecureRandom random = new SecureRandom();
        try (Database first = Database.start(settings, random);
                Connection connection = first.superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
            statement.execute("alter system set pg_stat_statements.track_planning = off");
        }
        Database database = Database.start(settings, random);
        try (Connection connection = database.superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
        return database;
    }

    private ServiceProcess process(Service service, BenchOptions options) {
        int port = settings.healthPort(service);
        Map<String, String> properties = ServiceProperties.of(new Surroundings(
                broker.bootstrapServers(),
                database.loginOf(service),
                settings.secrets(),
                settings.smtpPort(),
                settings.mailPort(),
                port));
        List<String> java = List.of(options.serviceOptions().trim().split("\\s+"));
        return new ServiceProcess(
                service, service.principal(), main(service, options), port, properties, java, settings.logs());
    }

    private static Class<?> main(Service service, BenchOptions options) {
        return switch (service) {
            case REGISTRATION -> RegistrationServiceApplication.class;
            case RESET -> options.minimalHash() ? MinimalHashReset.class : ResetServiceApplication.class;
            case NOTIFICATION -> NotificationServiceApplication.class;
        };
    }

    /** Returns when it says that it is up. */
    void awaitUp(ServiceProcess process) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!process.isUp()) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new CannotStart(process.name() + " does not come up.", "Its log is in " + settings.logs() + ".");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Waits until what the services still owe to the log and to mailboxes is out. */
    void awaitQuiet() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (owed() > 0) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("the services do not come to rest");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private long owed() throws SQLException {
        long owed = count(Service.NOTIFICATION, "select count(*) from deliveries where ended_at is null");
        for (Service service : Service.values()) owed += count(service, "select count(*) from outbox");
        return owed;
    }

    /** What a query for a number gives, in the database of that service. */
    long count(Service service, String query) throws SQLException {
        try (Connection connection = login(service).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** To the database of that service, as the service itself. */
    DatabaseLogin login(Service service) {
        return database.loginOf(service);
    }

    Settings settings() {
        return settings;
    }

    KeyMaterial keys() {
        return keys;
    }

    Database database() {
        return database;
    }

    BrokerProcess broker() {
        return broker;
    }

    Admin admin() {
        return admin;
    }

    ServiceProcess service(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    long postmaster() throws IOException {
        return postmaster(settings);
    }

    /** The first process of PostgreSQL, which all others of it are children of. */
    static long postmaster(Settings settings) throws IOException {
        try (Stream<String> lines = Files.lines(settings.postgres().resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        }
    }

    void stopServices() {
        for (ServiceProcess process : services.values()) process.stop();
    }

    @Override
    public synchronized void close() {
        stopServices();
        admin.close();
        broker.close();
        database.close();
    }
}
