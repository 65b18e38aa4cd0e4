package io.sspr.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The portal as a process of its own, as an operator runs it. */
final class PortalProcess implements AutoCloseable {

    private static final Path BUILT = Path.of("..", "portal", "target");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Process process;
    private final Path log;

    private PortalProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Returns when it says of itself that it is up. */
    static PortalProcess start(int port, Map<String, String> properties, Path log) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                    "-cp",
                    classPath(),
                    "io.sspr.portal.Portal",
                    "--server.port=" + port));
            // Not on the command line: anybody can read that.
            builder.environment()
                    .put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties));
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            PortalProcess portal = new PortalProcess(builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "stop-portal"));
            portal.waitUntilUp(port);
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException("the portal does not start", e);
        }
    }

    private static String classPath() throws IOException {
        Path classPath = BUILT.resolve("class-path.txt");
        if (!Files.exists(classPath))
            throw new IllegalStateException(
                    "The portal is not packaged: mvn verify does that first, mvn test does not");
        return BUILT.resolve("classes")
                + System.getProperty("path.separator")
                + Files.readString(classPath).strip();
    }

    private void waitUntilUp(int port) throws IOException {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp(http, health)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException(
                        "The portal does not get up:\n" + Files.readString(log, StandardCharsets.UTF_8));
            }
        }
    }

    private boolean isUp(HttpClient http, HttpRequest health) {
        try {
            if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) return false;
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the portal starts", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
