package io.sspr.quickstart;

import java.util.List;

/**
 * What is plugged into the infrastructure; services are started at the same time, then their companions; all are stopped in
 * reverse order.
 */
public record Blueprint(KeySetup keys, TopicSetup topics, List<ServiceLauncher> services, List<Companion> companions) {

    public Blueprint {
        services = List.copyOf(services);
        companions = List.copyOf(companions);
    }

    /** The services alone. */
    public Blueprint(KeySetup keys, TopicSetup topics, List<ServiceLauncher> services) {
        this(keys, topics, services, List.of());
    }
}
