package io.sspr.quickstart;

import io.sspr.quickstart.layout.Port;
import io.sspr.quickstart.layout.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What runs beside the services: it is started when they are ready, and stopped before them. */
public interface Companion {

    /** In one word. */
    String name();

    /** Ends what a killed JVM left of it, with the data directory held; returns the ports that must then be free. */
    List<Port> prepare(Settings settings);

    /** Returns when it is ready; closing what is returned stops it in order. It must not add a shutdown hook. */
    AutoCloseable start(RunningSystem system, Progress progress) throws Exception;

    /** Where links in messages lead to, if it has pages for that. */
    Optional<URI> page(Settings settings);

    /** Lines for a person who has just started all this. */
    List<String> guide(Settings settings);
}
