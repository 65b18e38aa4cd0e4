package io.sspr.quickstart;

import io.sspr.contract.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One instance of a service as a process of its own, which can be killed and started again. */
public final class ServiceProcess {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Service service;
    private final String name;
    private final Class<?> main;
    private final int healthPort;
    private final Map<String, String> properties;
    private final List<String> options;
    private final Path directory;
    private @Nullable Process process;

    /**
     * Nothing is started yet.
     *
     * @param name names its log, too
     * @param options of Java
     * @param directory where its log goes
     */
    public ServiceProcess(
            Service service,
            String name,
            Class<?> main,
            int healthPort,
            Map<String, String> properties,
            List<String> options,
            Path directory) {
        this.service = service;
        this.name = name;
        this.main = main;
        this.healthPort = healthPort;
        this.properties = properties;
        this.options = options;
        this.directory = directory;
    }

    /** Which service it is one of. */
    public Service service() {
        return service;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** Starts it; it is there when {@link #isUp()}. */
    public synchronized void start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=" + healthPort));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Not on the command line: anybody can read that.
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                directory.resolve(name + ".log").toFile()));
        process = builder.start();
    }

    /** Id of the running process; throws IllegalStateException if it was never started. */
    public synchronized long pid() {
        if (process == null) throw new IllegalStateException(name + " was never started");
        return process.pid();
    }

    /** Whether it is the running process of that id. */
    public synchronized boolean is(long processId) {
        return process != null && process.isAlive() && process.pid() == processId;
    }

    /** SIGKILL; false if it was not running. */
    public synchronized boolean kill() throws InterruptedException {
        if (process == null || !process.isAlive()) return false;
        process.destroyForcibly().waitFor();
        return true;
    }

    /** SIGTERM, and SIGKILL if that is not heard. */
    public synchronized void stop() throws InterruptedException {
        if (process == null) return;
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }

    /** Whether it runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it says of itself that it is up. */
    public boolean isUp() throws InterruptedException {
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
