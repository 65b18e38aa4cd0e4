package io.sspr.torture.system;

import io.sspr.contract.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One instance of a service as a process of its own. */
public final class ServiceProcess {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Service service;
    private final int healthPort;
    private final Map<String, String> properties;
    private final @Nullable Route route;
    private final JavaProcess process;
    private Duration clockOffset = Duration.ZERO;

    ServiceProcess(
            Service service,
            int instance,
            int healthPort,
            Map<String, String> properties,
            @Nullable Route route,
            Path directory) {
        this.service = service;
        this.healthPort = healthPort;
        this.properties = properties;
        this.route = route;
        this.process = new JavaProcess(service.principal() + "-" + instance, directory);
    }

    /** Which service it is an instance of. */
    public Service service() {
        return service;
    }

    /** With the number of the instance. */
    public String name() {
        return process.name();
    }

    /** Over which it reaches Kafka and PostgreSQL, if not at once. */
    public @Nullable Route route() {
        return route;
    }

    /** What it writes down. */
    public Path log() {
        return process.log();
    }

    /** Whether its clock is wrong. */
    public synchronized boolean isWrong() {
        return process.isAlive() && !clockOffset.isZero();
    }

    /** Returns when the process is there; it is not ready then. */
    public void start() throws IOException {
        start(Duration.ZERO);
    }

    /** The same with a clock that is wrong by that. */
    public synchronized void start(Duration offset) throws IOException {
        clockOffset = offset;
        process.start(
                List.of("-Xms48m", "-Xmx192m", "-D" + ServiceMain.OFFSET + "=" + offset),
                List.of(ServiceMain.class.getName(), service.name(), "--server.port=" + healthPort),
                // Not on the command line: anybody can read that.
                Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties)));
    }

    /** Whether it is the running process of that id. */
    public boolean is(long processId) {
        return process.is(processId);
    }

    /** SIGKILL; false if it was not running. */
    public boolean kill() {
        return process.kill();
    }

    /** SIGSTOP; false if it was not running. */
    public boolean pause() throws IOException {
        return process.pause();
    }

    /** SIGCONT. */
    public boolean resume() throws IOException {
        return process.resume();
    }

    /** SIGTERM, and SIGKILL if that is not heard. */
    public void stop() {
        process.stop();
    }

    /** Whether there is such a process. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it holds on to in memory, after a collection. */
    public byte[] liveHeap() throws IOException {
        Path file = process.log().resolveSibling(name() + ".hprof").toAbsolutePath();
        process.command("GC.heap_dump", file.toString());
        byte[] heap = Files.readAllBytes(file);
        Files.delete(file);
        return heap;
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
