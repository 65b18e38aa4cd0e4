package io.sspr.live;

import io.sspr.contract.Service;
import io.sspr.quickstart.Blueprint;
import io.sspr.quickstart.QuickStart;
import io.sspr.quickstart.RunningSystem;
import io.sspr.quickstart.database.DatabaseLogin;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.Settings;
import java.nio.file.Path;
import java.util.UUID;

/** As {@code ./sspr up} starts them, in this JVM. */
public final class EmbeddedParts implements Parts {

    private final RunningSystem running;

    public EmbeddedParts() {
        this(QuickStart.blueprint());
    }

    /** With what is plugged in besides. */
    public EmbeddedParts(Blueprint blueprint) {
        Settings settings = Settings.onRandomPorts(
                Path.of("target", "journeys", UUID.randomUUID().toString()));
        DataDirectory.create(settings.logs());
        running = new RunningSystem(settings, blueprint, (part, address) -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-journeys"));
        running.start();
    }

    @Override
    public Settings settings() {
        return running.settings();
    }

    @Override
    public String bootstrapServers() {
        return running.broker().bootstrapServers();
    }

    @Override
    public DatabaseLogin login(Service service) {
        return running.database().loginOf(service);
    }
}
