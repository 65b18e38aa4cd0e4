package io.sspr.torture.system;

import io.sspr.contract.Service;
import io.sspr.quickstart.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One instance of a service, whose clock can be wrong and whose connections can be cut. */
public final class TorturedService extends ServiceProcess {

    private final @Nullable Route route;
    private Duration clockOffset = Duration.ZERO;

    TorturedService(
            Service service,
            int instance,
            int healthPort,
            Map<String, String> properties,
            @Nullable Route route,
            Path directory) {
        super(
                service,
                service.principal() + "-" + instance,
                ServiceMain.class,
                healthPort,
                properties,
                Stream.concat(
                                SmallJava.OPTIONS.stream(),
                                Stream.of("-Xms48m", "-Xmx192m", "-D" + ServiceMain.SERVICE + "=" + service))
                        .toList(),
                directory);
        this.route = route;
    }

    /** Over which it reaches Kafka and PostgreSQL, if not at once. */
    public @Nullable Route route() {
        return route;
    }

    /** Whether its clock is wrong. */
    public synchronized boolean isWrong() {
        return isAlive() && !clockOffset.isZero();
    }

    @Override
    public void start() throws IOException {
        start(Duration.ZERO);
    }

    /** The same with a clock that is wrong by that. */
    public synchronized void start(Duration offset) throws IOException {
        clockOffset = offset;
        startWith("-D" + ServiceMain.OFFSET + "=" + offset);
    }

    /** What it holds on to in memory, after a collection. */
    public byte[] liveHeap() throws IOException {
        Path file = log().resolveSibling(name() + ".hprof").toAbsolutePath();
        command("GC.heap_dump", file.toString());
        byte[] heap = Files.readAllBytes(file);
        Files.delete(file);
        return heap;
    }
}
