package io.sspr.quickstart.process;

import io.sspr.contract.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One instance of a service as a process of its own. */
public class ServiceProcess extends JavaProcess {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final Service service;
    private final Class<?> main;
    private final int healthPort;
    private final Map<String, String> properties;
    private final List<String> options;

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
        super(name, directory);
        this.service = service;
        this.main = main;
        this.healthPort = healthPort;
        this.properties = properties;
        this.options = options;
    }

    /** Which service it is one of. */
    public final Service service() {
        return service;
    }

    /** Returns when the process is there; it is ready when {@link #isUp()}. */
    public void start() throws IOException {
        startWith();
    }

    /** The same with options of Java besides. */
    protected final void startWith(String... besides) throws IOException {
        start(
                Stream.concat(options.stream(), Stream.of(besides)).toList(),
                List.of(main.getName(), "--server.port=" + healthPort),
                // Not on the command line: anybody can read that.
                Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties)));
    }

    /** Whether it says of itself that it is up. */
    public final boolean isUp() throws InterruptedException {
        return Health.isUp(healthPort, ANSWERS_WITHIN);
    }
}
