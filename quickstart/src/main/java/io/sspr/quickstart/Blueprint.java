package io.sspr.quickstart;

import java.util.List;

/** What is plugged into the infrastructure; services are started at the same time and stopped in reverse order. */
public record Blueprint(KeySetup keys, TopicSetup topics, List<ServiceLauncher> services) {

    public Blueprint {
        services = List.copyOf(services);
    }
}
