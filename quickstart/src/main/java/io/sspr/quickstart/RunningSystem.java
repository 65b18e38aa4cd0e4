package io.sspr.quickstart;

import io.sspr.contract.Service;
import io.sspr.quickstart.Together.Task;
import io.sspr.quickstart.broker.Broker;
import io.sspr.quickstart.database.Database;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.Port;
import io.sspr.quickstart.layout.Ports;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.mail.MailCatcher;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole system on one data directory. Keys, PostgreSQL, Kafka with its topics and the mail catcher come up at the same time,
 * then the services, then their companions; they go down in reverse: companions, services, mail catcher, Kafka, PostgreSQL.
 */
public final class RunningSystem implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningSystem.class);

    private final Settings settings;
    private final Blueprint blueprint;
    private final Progress progress;
    private final SecureRandom random = new SecureRandom();

    private volatile boolean closed;
    private volatile @Nullable DataDirectory directory;
    private volatile @Nullable Database database;
    private volatile @Nullable Broker broker;
    private volatile @Nullable MailCatcher mailCatcher;
    private volatile String anchorThumbprint = "";
    private final Map<Service, AutoCloseable> services = new ConcurrentHashMap<>();
    private final Map<Companion, AutoCloseable> companions = new ConcurrentHashMap<>();

    public RunningSystem(Settings settings, Blueprint blueprint, Progress progress) {
        this.settings = settings;
        this.blueprint = blueprint;
        this.progress = progress;
    }

    /** Returns when all is ready. Throws {@link CannotStart}, with everything taken down again, if something is not. */
    public synchronized void start() {
        try {
            refuseIfClosed();
            DataDirectory held = DataDirectory.hold(settings.data());
            directory = held;
            held.clearLeftovers();
            Database.stopLeftover(settings);
            List<Port> ports = new ArrayList<>(settings.ports());
            blueprint.companions().forEach(companion -> ports.addAll(companion.prepare(settings)));
            Ports.check(ports);
            Together.run(List.of(
                    new Task("start-keys", this::prepareKeys),
                    new Task("start-postgresql", this::startDatabase),
                    new Task("start-kafka", this::startBroker),
                    new Task("start-mail-catcher", this::startMailCatcher)));
            refuseIfClosed();
            Together.run(blueprint.services().stream()
                    .map(launcher -> new Task("start-" + launcher.service().principal(), () -> startService(launcher)))
                    .toList());
            refuseIfClosed();
            Together.run(blueprint.companions().stream()
                    .map(companion -> new Task("start-" + companion.name(), () -> startCompanion(companion)))
                    .toList());
            refuseIfClosed();
        } catch (Exception e) {
            LOG.info("The start failed", e);
            boolean wanted = closed;
            stopAll();
            if (wanted) {
                // Whatever failed then, it was for that.
                throw stoppedBeforeReady(e);
            }
            throw e instanceof CannotStart known ? known : unexpected(e);
        }
    }

    private CannotStart unexpected(Exception failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new CannotStart(
                "The start failed: " + failure + ".", "The log says more: " + settings.logs() + ".", failure);
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new CancellationException();
        }
    }

    private static CannotStart stoppedBeforeReady(Exception cause) {
        return new CannotStart("It was stopped before it was ready.", "Start it again: ./sspr up", cause);
    }

    private void prepareKeys() throws Exception {
        DataDirectory.create(settings.secrets());
        anchorThumbprint = blueprint.keys().prepare(settings.secrets());
    }

    private void startDatabase() {
        database = Database.start(settings, random);
        progress.ready("PostgreSQL", "127.0.0.1:" + settings.postgresPort());
    }

    private void startBroker() throws Exception {
        Broker started = Broker.start(settings.kafka(), settings.kafkaPort(), settings.controllerPort());
        broker = started;
        try (Admin kafka = started.admin()) {
            blueprint.topics().prepare(kafka);
        }
        progress.ready("Kafka", started.bootstrapServers());
    }

    private void startMailCatcher() {
        MailCatcher started = MailCatcher.start(settings.smtpPort(), settings.mailPort());
        mailCatcher = started;
        progress.ready("mail catcher", "smtp 127.0.0.1:" + settings.smtpPort() + ", page " + started.page());
    }

    private void startService(ServiceLauncher launcher) throws Exception {
        Service service = launcher.service();
        services.put(service, launcher.launch(surroundings(service)));
        progress.ready(service.principal(), "health 127.0.0.1:" + settings.healthPort(service));
    }

    private void startCompanion(Companion companion) throws Exception {
        companions.put(companion, companion.start(this, progress));
    }

    /** What this service is, or was, started with. */
    public Surroundings surroundings(Service service) {
        return new Surroundings(
                broker().bootstrapServers(),
                database().loginOf(service),
                settings.secrets(),
                settings.smtpPort(),
                settings.mailPort(),
                settings.healthPort(service),
                page());
    }

    /** Where links in messages lead to; null if nothing of this system is there. */
    public @Nullable URI page() {
        return blueprint.companions().stream()
                .flatMap(companion -> companion.page(settings).stream())
                .findFirst()
                .orElse(null);
    }

    public Settings settings() {
        return settings;
    }

    /** Thumbprint of the key that signs the services' key sets; clients are configured with it. */
    public String anchorThumbprint() {
        return anchorThumbprint;
    }

    public Broker broker() {
        return Objects.requireNonNull(broker, "Kafka is not running");
    }

    public Database database() {
        return Objects.requireNonNull(database, "PostgreSQL is not running");
    }

    public MailCatcher mailCatcher() {
        return Objects.requireNonNull(mailCatcher, "The mail catcher is not running");
    }

    public boolean isClosed() {
        return closed;
    }

    /** Stops everything in order; during a start it waits for what is coming up and stops that too. May be repeated. */
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            stopAll();
        }
    }

    private void stopAll() {
        closed = true;
        List<Companion> lastBeside = new ArrayList<>(blueprint.companions());
        Collections.reverse(lastBeside);
        lastBeside.forEach(companion -> stop(companions.remove(companion)));
        List<ServiceLauncher> lastFirst = new ArrayList<>(blueprint.services());
        Collections.reverse(lastFirst);
        lastFirst.forEach(launcher -> stop(services.remove(launcher.service())));
        stop(mailCatcher);
        mailCatcher = null;
        stop(broker);
        broker = null;
        stop(database);
        database = null;
        stop(directory);
        directory = null;
    }

    private static void stop(@Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            // The others must be stopped all the same.
            LOG.warn("{} did not stop in order", part, e);
        }
    }
}
