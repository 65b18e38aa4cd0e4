package io.sspr.torture.system;

import io.sspr.quickstart.broker.BrokerSettings;
import io.sspr.quickstart.layout.Ports;
import io.sspr.quickstart.process.JavaProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.tools.StorageTool;

/** One of several brokers, which is a controller too, as a process of its own. */
public final class BrokerProcess extends JavaProcess {

    private static final String CLIENTS = "CLIENTS";

    private final int node;
    private final Path directory;
    private final int port = Ports.findFree();
    private final int controllerPort = Ports.findFree();

    BrokerProcess(int node, Path directory) {
        super("kafka-" + node, directory);
        this.node = node;
        this.directory = directory.resolve("kafka-" + node);
    }

    int node() {
        return node;
    }

    int port() {
        return port;
    }

    String voter() {
        return node + "@127.0.0.1:" + controllerPort;
    }

    /** Writes its settings and makes its directory, once. */
    void prepare(String clusterId, String voters, List<Route> routes) throws IOException {
        Path settings = settings();
        try (OutputStream out = Files.newOutputStream(settings)) {
            properties(voters, routes).store(out, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = StorageTool.execute(
                new String[] {
                    "format",
                    "--cluster-id",
                    clusterId,
                    "--config",
                    settings.toString(),
                    "--feature",
                    BrokerSettings.TRANSACTIONS
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0)
            throw new IOException(said.toString(StandardCharsets.UTF_8).strip());
    }

    private Properties properties(String voters, List<Route> routes) {
        StringBuilder listeners =
                new StringBuilder(CLIENTS + "://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        StringBuilder advertised = new StringBuilder(CLIENTS + "://127.0.0.1:" + port);
        StringBuilder protocols = new StringBuilder(CLIENTS + ":PLAINTEXT,CONTROLLER:PLAINTEXT");
        Properties all = new Properties();
        all.putAll(BrokerSettings.common());
        for (Route route : routes) {
            Route.Hop hop = route.hop(node - 1);
            listeners
                    .append(",")
                    .append(route.listener())
                    .append("://127.0.0.1:")
                    .append(hop.broker());
            advertised
                    .append(",")
                    .append(route.listener())
                    .append("://127.0.0.1:")
                    .append(hop.proxy());
            protocols.append(",").append(route.listener()).append(":PLAINTEXT");
        }
        all.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", Integer.toString(node),
                "controller.quorum.voters", voters,
                "listeners", listeners.toString(),
                "advertised.listeners", advertised.toString(),
                "listener.security.protocol.map", protocols.toString(),
                "inter.broker.listener.name", CLIENTS,
                "controller.listener.names", "CONTROLLER",
                "log.dirs", directory.toString()));
        all.putAll(THREE_BROKERS);
        return all;
    }

    private static final Map<String, String> THREE_BROKERS = Map.of(
            "default.replication.factor", "3",
            "min.insync.replicas", "2",
            "offsets.topic.num.partitions", "3",
            "offsets.topic.replication.factor", "3",
            "transaction.state.log.num.partitions", "3",
            "transaction.state.log.replication.factor", "3",
            "transaction.state.log.min.isr", "2",
            // Longer than the quick start's: on a busy machine a broker that lives must not seem dead.
            "broker.session.timeout.ms", "4000");

    private Path settings() {
        return directory.resolveSibling(directory.getFileName() + ".properties");
    }

    /** Returns when the process is there; it serves nobody then. */
    public void start() throws IOException {
        start(
                Stream.concat(SmallJava.OPTIONS.stream(), Stream.of("-Xms64m", "-Xmx256m"))
                        .toList(),
                List.of("kafka.Kafka", settings().toString()),
                Map.of());
    }
}
