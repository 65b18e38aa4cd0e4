package io.sspr.live;

import io.sspr.contract.Service;
import io.sspr.quickstart.database.DatabaseLogin;
import io.sspr.quickstart.layout.Settings;

/** Kafka, PostgreSQL, mail and the services, running; they stop with the JVM. */
public interface Parts {

    Settings settings();

    String bootstrapServers();

    DatabaseLogin login(Service service);
}
