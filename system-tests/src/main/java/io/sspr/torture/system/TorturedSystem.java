package io.sspr.torture.system;

import io.sspr.contract.Service;
import io.sspr.quickstart.ServiceProperties;
import io.sspr.quickstart.Surroundings;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.mail.MailCatcher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** All parts, running: one or two instances of each service, of which the second goes over a route that can be cut. */
public final class TorturedSystem implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);

    private final Settings settings;
    private final List<Route> routes;
    private final DatabaseProcess database;
    private final Cluster cluster;
    private final MailCatcher mail;
    private final List<TorturedService> services;

    private TorturedSystem(
            Settings settings,
            List<Route> routes,
            DatabaseProcess database,
            Cluster cluster,
            MailCatcher mail,
            List<TorturedService> services) {
        this.settings = settings;
        this.routes = routes;
        this.database = database;
        this.cluster = cluster;
        this.mail = mail;
        this.services = services;
    }

    /** Starts them one after another; returns when each service says that it is up. */
    public static TorturedSystem start(Settings settings, int instances) throws Exception {
        Map<Service, Route> routes = new EnumMap<>(Service.class);
        for (Service service : Service.values())
            routes.put(
                    service,
                    new Route(service.shortName().toUpperCase(Locale.ROOT), Cluster.BROKERS, settings.postgresPort()));
        DatabaseProcess database = new DatabaseProcess(settings);
        Cluster cluster = null;
        try {
            cluster = Cluster.start(settings.data(), List.copyOf(routes.values()));
            MailCatcher mail = MailCatcher.start(settings.smtpPort(), settings.mailPort());
            List<TorturedService> services = services(settings, instances, routes, database, cluster);
            TorturedSystem system = new TorturedSystem(
                    settings, List.copyOf(routes.values()), database, cluster, mail, List.copyOf(services));
            Runtime.getRuntime().addShutdownHook(new Thread(system::end, "torture-end"));
            system.startServices();
            return system;
        } catch (Exception e) {
            if (cluster != null) cluster.close();
            database.close();
            throw e;
        }
    }

    private static List<TorturedService> services(
            Settings settings, int instances, Map<Service, Route> routes, DatabaseProcess database, Cluster cluster) {
        List<TorturedService> services = new ArrayList<>();
        Settings second = Settings.onRandomPorts(settings.data());
        for (Service service : Service.values()) {
            services.add(new TorturedService(
                    service,
                    1,
                    settings.healthPort(service),
                    ServiceProperties.of(new Surroundings(
                            cluster.bootstrapServers(),
                            database.loginOf(service),
                            settings.secrets(),
                            settings.smtpPort(),
                            settings.mailPort(),
                            settings.healthPort(service))),
                    null,
                    settings.data()));
        }
        if (instances == 1) return services;
        for (Service service : Service.values()) {
            Route route = Objects.requireNonNull(routes.get(service));
            Map<String, String> properties = ServiceProperties.of(new Surroundings(
                    route.bootstrapServers(),
                    database.loginOf(service, route.databasePort()),
                    settings.secrets(),
                    settings.smtpPort(),
                    settings.mailPort(),
                    second.healthPort(service)));
            services.add(
                    new TorturedService(service, 2, second.healthPort(service), properties, route, settings.data()));
        }
        return services;
    }

    /** PostgreSQL. */
    public DatabaseProcess database() {
        return database;
    }

    /** Kafka. */
    public Cluster cluster() {
        return cluster;
    }

    /** The first instance of each service, then the second ones. */
    public List<TorturedService> services() {
        return services;
    }

    /** Where all lies and listens. */
    public Settings settings() {
        return settings;
    }

    /** Those that do not run, one after another, for all at once would take all of them longer. */
    public void startServices() throws IOException, InterruptedException {
        for (TorturedService service : services)
            if (!service.isAlive()) {
                service.start();
                awaitUp(service);
            }
        for (TorturedService service : services) awaitUp(service);
    }

    /** Stops all of them in order. */
    public void stopServices() {
        for (TorturedService service : services) service.stop();
    }

    /** Returns when it says of itself that it is up; throws if it never does. */
    public void awaitUp(TorturedService service) throws IOException, InterruptedException {
        if (!isUpWithin(service, START)) throw new IOException(service.name() + " does not come up: " + service.log());
    }

    /** Whether it says that in time. */
    public boolean isUpWithin(TorturedService service, Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (!service.isUp()) {
            if (Instant.now().isAfter(deadline) || !service.isAlive()) return false;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return true;
    }

    /** Whatever else happens, no process of ours outlives us. */
    private void end() {
        for (TorturedService service : services) service.kill();
        cluster.close();
        database.close();
    }

    @Override
    public void close() throws IOException {
        for (TorturedService service : services) {
            service.resume();
            service.stop();
        }
        mail.close();
        cluster.close();
        database.close();
        for (Route route : routes) route.close();
    }
}
