package io.sspr.torture;

import io.sspr.contract.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One instance of a service as a process of its own, which can be killed and started again. */
final class ServiceProcess {

    private static final String LOGGING = "io/sspr/torture/logback.xml";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Service service;
    private final String name;
    private final Class<?> main;
    private final int healthPort;
    private final Map<String, String> properties;
    private final Path directory;
    private @Nullable Process process;

    ServiceProcess(
            Service service,
            int instance,
            Class<?> main,
            int healthPort,
            Map<String, String> properties,
            Path directory) {
        this.service = service;
        this.name = service.principal() + "-" + instance;
        this.main = main;
        this.healthPort = healthPort;
        this.properties = properties;
        this.directory = directory;
    }

    Service service() {
        return service;
    }

    String name() {
        return name;
    }

    synchronized void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                // Or else that of the tests would send all of them to one file.
                "-Dlogback.configurationFile=" + LOGGING,
                "-Dlogging.config=classpath:" + LOGGING,
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=" + healthPort));
        // Not on the command line: anybody can read that.
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                directory.resolve(name + ".log").toFile()));
        process = builder.start();
    }

    /** Whether it is the running process of that id. */
    synchronized boolean is(long processId) {
        return process != null && process.isAlive() && process.pid() == processId;
    }

    /** SIGKILL; false if it was not running. */
    synchronized boolean kill() throws InterruptedException {
        if (process == null || !process.isAlive()) return false;
        process.destroyForcibly().waitFor();
        return true;
    }

    /** SIGTERM, and SIGKILL if that is not heard. */
    synchronized void stop() throws InterruptedException {
        if (process == null) return;
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it says of itself that it is up. */
    boolean isUp() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + healthPort + "/actuator/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
