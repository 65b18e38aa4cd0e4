package io.sspr.torture.system;

import io.sspr.contract.Service;
import io.sspr.quickstart.database.Database;
import io.sspr.quickstart.database.DatabaseLogin;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** PostgreSQL, which waits for its disk, as a process that can be killed, and its directory, which can be exchanged. */
public final class DatabaseProcess implements AutoCloseable {

    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();
    private Database database;

    DatabaseProcess(Settings settings) {
        this.settings = settings;
        this.database = Database.start(settings, random);
    }

    /** How a service reaches its own. */
    public synchronized DatabaseLogin loginOf(Service service) {
        return database.loginOf(service);
    }

    /** The same over a proxy at that port. */
    synchronized DatabaseLogin loginOf(Service service, int port) {
        DatabaseLogin login = loginOf(service);
        return new DatabaseLogin(
                login.url().replace(":" + settings.postgresPort() + "/", ":" + port + "/"),
                login.user(),
                login.password());
    }

    /** SIGKILL for all its processes, the postmaster first: as when the machine dies, but for the disk's memory. */
    public synchronized void kill() throws IOException {
        long pid;
        try (Stream<String> lines = Files.lines(settings.postgres().resolve("postmaster.pid"))) {
            pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
        }
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    /** Starts it on what is in its directory; returns when it has recovered. */
    public synchronized void start() throws InterruptedException {
        Instant deadline = Instant.now().plus(RECOVERY);
        while (true) {
            try {
                database = Database.start(settings, random);
                return;
            } catch (CannotStart e) {
                if (Instant.now().isAfter(deadline)) throw e;
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
    }

    /** Stops it in order. */
    public synchronized void stop() {
        database.close();
    }

    /** Copies its directory while it is stopped. */
    public synchronized void copyTo(Path copy) throws IOException {
        FileUtils.copyDirectory(settings.postgres().toFile(), copy.toFile());
        restrict(copy);
    }

    /** Exchanges its directory, while it is stopped, for another, which then has what was there. */
    public synchronized void exchangeWith(Path other) throws IOException {
        Path aside = other.resolveSibling(other.getFileName() + ".aside");
        Files.move(settings.postgres(), aside, StandardCopyOption.ATOMIC_MOVE);
        Files.move(other, settings.postgres(), StandardCopyOption.ATOMIC_MOVE);
        Files.move(aside, other, StandardCopyOption.ATOMIC_MOVE);
    }

    /** PostgreSQL refuses a directory that others can enter. */
    private static void restrict(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    @Override
    public void close() {
        stop();
    }
}
