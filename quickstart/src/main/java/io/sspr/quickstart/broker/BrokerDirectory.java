package io.sspr.quickstart.broker;

import io.sspr.quickstart.layout.CannotStart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.commons.io.FileUtils;
import org.apache.kafka.common.Uuid;

/** The broker's directory: formatted once, and looked at before every start so that damage is told in a sentence. */
final class BrokerDirectory {

    private static final String META = "meta.properties";

    private BrokerDirectory() {}

    /** Formats the directory if there is none yet, and returns the cluster's id, which it keeps for ever. */
    static String prepare(Path directory) {
        try {
            if (!Files.exists(directory) || isEmpty(directory)) {
                format(directory);
            }
            return clusterId(directory);
        } catch (IOException e) {
            throw new CannotStart(
                    "Kafka's directory " + directory + " cannot be used: " + e + ".", wayOut(directory), e);
        }
    }

    /** Kafka answers damaged metadata by starting empty and setting the forgotten records aside; nobody would notice. */
    static void refuseForgottenRecords(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            long forgotten =
                    entries.filter(entry -> entry.toString().endsWith("-stray")).count();
            if (forgotten > 0) {
                throw new CannotStart(
                        "Kafka's metadata in " + directory + " is damaged: it no longer knows " + forgotten
                                + " topic partition" + (forgotten == 1 ? "" : "s") + " whose records are there.",
                        wayOut(directory));
            }
        }
    }

    static String wayOut(Path directory) {
        Path data = directory.toAbsolutePath().getParent();
        return "The log and the databases belong together: put back a copy of all of " + data
                + ", or move it away to begin with nothing.";
    }

    /** Formats beside and renames, so that a kill in between leaves nothing half-formatted. */
    private static void format(Path directory) throws IOException {
        Path fresh = directory.resolveSibling(directory.getFileName() + ".new");
        FileUtils.deleteDirectory(fresh.toFile());
        Files.createDirectories(fresh);
        Path configuration = fresh.resolveSibling(fresh.getFileName() + ".properties");
        // The ports of these settings do not matter: formatting keeps only the node, the cluster and the features.
        try (OutputStream out = Files.newOutputStream(configuration)) {
            BrokerSettings.of(fresh, 1, 2).store(out, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = StorageTool.execute(
                new String[] {
                    "format",
                    "--cluster-id",
                    Uuid.randomUuid().toString(),
                    "--config",
                    configuration.toString(),
                    "--feature",
                    BrokerSettings.TRANSACTIONS
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        Files.delete(configuration);
        if (exit != 0) {
            throw new IOException(said.toString(StandardCharsets.UTF_8).strip());
        }
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String clusterId(Path directory) throws IOException {
        Path meta = directory.resolve(META);
        if (!Files.isRegularFile(meta)) {
            throw new CannotStart(
                    "The directory " + directory + " is not empty, but holds no Kafka data (" + META + " is missing).",
                    wayOut(directory));
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(meta)) {
            properties.load(in);
        } catch (IllegalArgumentException malformed) {
            throw unreadable(directory, "it is not a properties file");
        }
        if (!"1".equals(properties.getProperty("version"))) {
            throw unreadable(directory, "its version is " + properties.getProperty("version") + ", 1 is needed");
        }
        if (!Integer.toString(BrokerSettings.NODE).equals(properties.getProperty("node.id"))) {
            throw unreadable(directory, "it belongs to node " + properties.getProperty("node.id"));
        }
        String clusterId = properties.getProperty("cluster.id", "");
        if (clusterId.isBlank()) {
            throw unreadable(directory, "it names no cluster");
        }
        return clusterId;
    }

    private static CannotStart unreadable(Path directory, String reason) {
        return new CannotStart(
                "Kafka's " + directory.resolve(META) + " is damaged or of another program: " + reason + ".",
                wayOut(directory));
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }
}
