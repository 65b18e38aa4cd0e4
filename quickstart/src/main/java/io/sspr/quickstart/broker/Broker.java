package io.sspr.quickstart.broker;

import io.sspr.quickstart.layout.CannotStart;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Kafka that keeps its records in a directory; at most one per JVM, as Kafka's metrics and exits are global. */
public final class Broker implements AutoCloseable {

    static final String TRANSACTION_FEATURE = "transaction.version";
    static final short TRANSACTION_LEVEL = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final int LONGEST_START_SECONDS = 120;

    private final KafkaRaftServer server;
    private final KafkaExit exit;
    private final String clusterId;
    private final int port;

    private Broker(KafkaRaftServer server, KafkaExit exit, String clusterId, int port) {
        this.server = server;
        this.exit = exit;
        this.clusterId = clusterId;
        this.port = port;
    }

    /** Starts and returns when clients are served; throws {@link CannotStart} for a directory it cannot work with. */
    public static Broker start(Path directory, int port, int controllerPort) {
        if (directory.toString().contains(",")) {
            throw new CannotStart(
                    "Kafka cannot keep data under " + directory + ": a comma separates directories in its settings.",
                    "Choose a directory without one: SSPR_DATA=... ./sspr up");
        }
        String clusterId = BrokerDirectory.prepare(directory);
        KafkaExit exit = KafkaExit.guardStart();
        KafkaRaftServer server = null;
        try {
            KafkaConfig config = KafkaConfig.fromProps(BrokerSettings.of(directory, port, controllerPort), false);
            server = new KafkaRaftServer(config, Time.SYSTEM);
            await(CompletableFuture.anyOf(startUp(server), exit.wanted()));
            BrokerDirectory.refuseForgottenRecords(directory);
            Broker broker = new Broker(server, exit, clusterId, port);
            broker.checkFeatures();
            exit.started();
            return broker;
        } catch (Exception e) {
            LOG.info("Kafka did not start", e);
            abandon(server, exit);
            throw e instanceof CannotStart known ? known : cannotStart(directory, e);
        }
    }

    private static CompletableFuture<Void> startUp(KafkaRaftServer server) {
        return CompletableFuture.runAsync(server::startup, task -> new Thread(task, "kafka-start").start());
    }

    /** Takes down what came up; this too may fail, and then only the first failure is worth telling. */
    private static void abandon(@Nullable KafkaRaftServer server, KafkaExit exit) {
        try {
            if (server != null) {
                server.shutdown();
            }
        } catch (RuntimeException e) {
            LOG.info("Kafka did not stop either", e);
        } finally {
            exit.close();
        }
    }

    private static CannotStart cannotStart(Path directory, Exception failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new CannotStart(
                "Kafka cannot start with its data in " + directory + ": " + reason(failure) + ".",
                BrokerDirectory.wayOut(directory),
                failure);
    }

    private static void await(CompletableFuture<?> outcome) throws Exception {
        try {
            outcome.get(LONGEST_START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            throw new TimeoutException("it was not ready after " + LONGEST_START_SECONDS + " s");
        }
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null
                ? deepest.getClass().getSimpleName()
                : message.strip().replaceAll("[.\\s]+$", "");
    }

    /** Transactions of level 2 let the broker itself fence what a hung producer left; the relay counts on it. */
    private void checkFeatures() throws Exception {
        try (Admin admin = admin()) {
            Map<String, FinalizedVersionRange> features = admin.describeFeatures()
                    .featureMetadata()
                    .get(30, TimeUnit.SECONDS)
                    .finalizedFeatures();
            FinalizedVersionRange level = features.get(TRANSACTION_FEATURE);
            if (level == null || level.maxVersionLevel() < TRANSACTION_LEVEL) {
                throw new CannotStart(
                        "Kafka's data was formatted with transactions of level "
                                + (level == null ? "0" : level.maxVersionLevel()) + ", " + TRANSACTION_LEVEL
                                + " is needed.",
                        "Raise it with kafka-features.sh upgrade --feature " + TRANSACTION_FEATURE + "="
                                + TRANSACTION_LEVEL + ", or move the data directory away to begin with nothing.");
            }
        }
    }

    /** Address for clients, {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public String clusterId() {
        return clusterId;
    }

    /** A new administration client; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    /** Stops in order: leaders resign, logs are flushed. Returns when done. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        exit.close();
    }
}
