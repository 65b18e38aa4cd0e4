package io.sspr.quickstart.database;

import io.sspr.quickstart.database.PostgresCommand.Outcome;
import io.sspr.quickstart.layout.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's own process: it outlives a killed JVM, so each start first stops, cleanly, what an earlier one left running. */
final class PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    static final String SUPERUSER = "postgres";

    private static final long LARGEST_LOG_BYTES = 10 * 1024 * 1024;
    private static final String LONGEST_WAIT_SECONDS = "60";

    private final PostgresCommand command;
    private final Path directory;
    private final Path log;

    PostgresServer(Path binaries, Path directory, Path log) {
        this.command = new PostgresCommand(binaries);
        this.directory = directory;
        this.log = log;
    }

    /** Makes a database cluster if there is none yet, beside and renamed, so that a kill leaves nothing half-made. */
    void initialise(Path superuserPassword) throws IOException {
        if (Files.exists(directory)) {
            checkIsCluster();
            return;
        }
        Path fresh = directory.resolveSibling(directory.getFileName() + ".new");
        FileUtils.deleteDirectory(fresh.toFile());
        Outcome outcome = command.run(
                "initdb",
                List.of(
                        "--pgdata=" + fresh,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + superuserPassword,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The same order of texts on every system, whatever its C library thinks.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"));
        if (!outcome.succeeded()) {
            throw new CannotStart(
                    "PostgreSQL could not make its data directory " + directory + ": " + lastLine(outcome.said()) + ".",
                    PostgresCommand.wayOut());
        }
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    void start(int port) throws IOException {
        PostgresSettings.write(directory, port);
        rotateLog();
        long before = Files.exists(log) ? Files.size(log) : 0;
        Outcome outcome = pgCtl("start", "--log=" + log);
        if (!outcome.succeeded()) {
            throw new CannotStart(
                    "PostgreSQL cannot start with its data in " + directory + ", made by version "
                            + Files.readString(directory.resolve("PG_VERSION")).strip() + ": "
                            + reasonInLog(before, outcome.said()) + ".",
                    wayOut());
        }
    }

    /** Stops it if it runs: clients are cut off, everything committed is on disk. */
    void stop() {
        Path pidFile = directory.resolve("postmaster.pid");
        @Nullable ProcessHandle process = runningProcess(pidFile).orElse(null);
        if (process == null) {
            // Not running, or killed: what is left of it PostgreSQL itself looks at when it starts.
            return;
        }
        if (!isPostgres(process)) {
            // The number went to another program, after a restart of the machine for instance. PostgreSQL would refuse
            // to
            // start, and pg_ctl would stop the stranger.
            forget(pidFile);
            return;
        }
        Outcome outcome = pgCtl("stop", "--mode=fast");
        if (!outcome.succeeded()) {
            LOG.warn("PostgreSQL (process {}) did not stop: {}", process.pid(), lastLine(outcome.said()));
        }
    }

    private static Optional<ProcessHandle> runningProcess(Path pidFile) {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,10}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | UncheckedIOException notThere) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(path -> path.endsWith("postgres")).orElse(true);
    }

    private static void forget(Path pidFile) {
        try {
            Files.delete(pidFile);
        } catch (IOException e) {
            LOG.warn("The left-over {} cannot be removed: {}", pidFile, e.toString());
        }
    }

    private Outcome pgCtl(String action, String option) {
        return command.run(
                "pg_ctl",
                List.of(
                        action,
                        option,
                        "--wait",
                        "--timeout=" + LONGEST_WAIT_SECONDS,
                        "--silent",
                        "--pgdata=" + directory));
    }

    String wayOut() {
        return "The log and the databases belong together: put back a copy of all of " + directory.getParent()
                + ", or move it away to begin with nothing. PostgreSQL's own words are in " + log + ".";
    }

    private void checkIsCluster() {
        if (!Files.isRegularFile(directory.resolve("PG_VERSION"))) {
            throw new CannotStart(
                    "The directory " + directory + " is there, but holds no PostgreSQL data (PG_VERSION is missing).",
                    wayOut());
        }
    }

    private void rotateLog() throws IOException {
        Files.createDirectories(log.resolveSibling("."));
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What it said of this start, not of earlier ones. */
    private String reasonInLog(long from, String otherwise) throws IOException {
        if (!Files.exists(log)) {
            return lastLine(otherwise);
        }
        try (InputStream said = Files.newInputStream(log)) {
            said.skipNBytes(from);
            return new String(said.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .reduce((earlier, later) -> later)
                    .map(line -> line.replaceFirst(".*?(FATAL|PANIC): +", ""))
                    .orElse(lastLine(otherwise));
        }
    }

    private static String lastLine(String said) {
        return said.lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .orElse("it did not say why")
                .strip();
    }
}
