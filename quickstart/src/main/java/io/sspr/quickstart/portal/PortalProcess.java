package io.sspr.quickstart.portal;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.process.Health;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One portal in a JVM of its own, which ends with ours: to be started, stopped, killed and started again. */
public final class PortalProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PortalProcess.class);

    private static final String MAIN = "io.sspr.portal.Portal";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);
    private static final long LARGEST_LOG_BYTES = 10 * 1024 * 1024;

    /** What a JVM says that Ctrl-C ended; the terminal sends that to all its processes at once, so it is for us too. */
    private static final int INTERRUPTED = 128 + 2;

    private final PortalSetup setup;

    private volatile boolean wanted;
    private volatile @Nullable Process process;

    /** Nothing is started yet. */
    public PortalProcess(PortalSetup setup) {
        this.setup = setup;
    }

    /** Ends what killed JVMs left running of the portals that keep their process numbers there. */
    public static void endLeftovers(Path directory) {
        Leftover.endAll(directory);
    }

    /** Starts it and returns when it says of itself that it is up; throws {@link CannotStart} if it does not. */
    @SuppressWarnings("FutureReturnValueIgnored") // what becomes of it is told to the log
    public synchronized PortalProcess start() throws InterruptedException {
        if (isAlive()) throw new IllegalStateException("The portal on port " + setup.port() + " runs already");
        boolean ready = false;
        try {
            Process started = launch();
            process = started;
            wanted = true;
            Leftover.note(setup.pidFile(), started.toHandle());
            awaitReady(started);
            started.onExit().thenAccept(this::ended);
            ready = true;
            return this;
        } catch (IOException e) {
            throw new CannotStart("The portal cannot be started: " + e + ".", wayOut(), e);
        } finally {
            if (!ready) kill();
        }
    }

    private Process launch() throws IOException {
        DataDirectory.create(setup.directory());
        DataDirectory.create(setup.temporary());
        DataDirectory.create(setup.log().resolveSibling(""));
        rotateLog();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + setup.temporary(),
                "-Dsspr.ends-with-input=true",
                "-cp",
                setup.classPath(),
                MAIN));
        command.addAll(setup.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(setup.log().toFile()));
        // Settings of ours, or of a Spring application that somebody works on, are not the portal's.
        builder.environment().keySet().removeIf(name -> name.matches("(SSPR|SPRING|SERVER|MANAGEMENT|LOGGING)_.*"));
        return builder.start();
    }

    private void awaitReady(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Health.isUp(setup.port(), ANSWERS_WITHIN)) {
            if (!started.isAlive())
                throw new CannotStart(
                        "The portal ended with status " + started.exitValue() + " before it was ready: " + lastWords()
                                + ".",
                        wayOut());
            if (System.nanoTime() > deadline) throw new CannotStart("The portal does not get ready.", wayOut());
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    private String wayOut() {
        return "Its log says why: " + setup.log() + ".";
    }

    private String lastWords() {
        try {
            return Files.readString(setup.log(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce((earlier, later) -> later)
                    .orElse("it did not say why")
                    .strip();
        } catch (IOException e) {
            return "it did not say why";
        }
    }

    private void rotateLog() throws IOException {
        Path log = setup.log();
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES)
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void ended(Process ended) {
        if (wanted && process == ended && ended.exitValue() != INTERRUPTED)
            LOG.error(
                    "The portal (process {}, {}) has ended with status {}. The services go on without it; stop and start"
                            + " all to have it back. Its log says more: {}",
                    ended.pid(),
                    setup.baseUrl(),
                    ended.exitValue(),
                    setup.log());
    }

    /** The port that it listens on. */
    public int port() {
        return setup.port();
    }

    /** Where people find it. */
    public URI baseUrl() {
        return setup.baseUrl();
    }

    /** Number of its process; throws IllegalStateException if it was never started. */
    public long pid() {
        Process started = process;
        if (started == null) throw new IllegalStateException("The portal was not started");
        return started.pid();
    }

    /** Whether there is such a process. */
    public boolean isAlive() {
        Process started = process;
        return started != null && started.isAlive();
    }

    /** SIGKILL, by its own process id; returns when it is gone. */
    public void kill() {
        wanted = false;
        Process started = process;
        if (started != null) started.destroyForcibly().onExit().join();
        Leftover.forget(setup.pidFile());
    }

    /** Stops it in order and starts it again with the same settings. */
    public synchronized void restart() throws InterruptedException {
        close();
        start();
    }

    /** Stops it in order. */
    @Override
    public synchronized void close() {
        wanted = false;
        Process started = process;
        if (started == null) return;
        try {
            // It ends with its input.
            started.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("The portal's input is closed already", e);
        }
        try {
            if (!started.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS))
                LOG.warn("The portal does not end in order and is killed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
