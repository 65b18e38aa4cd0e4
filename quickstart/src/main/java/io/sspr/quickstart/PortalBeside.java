package io.sspr.quickstart;

import io.sspr.quickstart.layout.Port;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.portal.PortalClassPath;
import io.sspr.quickstart.portal.PortalProcess;
import io.sspr.quickstart.portal.PortalSecrets;
import io.sspr.quickstart.portal.PortalSetup;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * The portal beside the services, with nothing of theirs but Kafka.
 *
 * @param home this project's directory, where it is built
 */
record PortalBeside(Path home) implements Companion {

    @Override
    public String name() {
        return "portal";
    }

    @Override
    public List<Port> prepare(Settings settings) {
        PortalProcess.endLeftovers(settings.portalData());
        return List.of(settings.portal());
    }

    @Override
    public AutoCloseable start(RunningSystem system, Progress progress) throws InterruptedException {
        Settings settings = system.settings();
        PortalSecrets secrets =
                PortalSecrets.prepare(settings.secrets(), settings.portalData().resolve("secrets"), new SecureRandom());
        PortalProcess portal = new PortalProcess(PortalSetup.of(
                        settings,
                        PortalClassPath.in(home),
                        system.broker().bootstrapServers(),
                        system.anchorThumbprint(),
                        secrets))
                .start();
        progress.ready("portal", portal.baseUrl().toString());
        return portal;
    }

    @Override
    public Optional<URI> page(Settings settings) {
        return Optional.of(PortalSetup.address(settings.portalPort()));
    }

    @Override
    public List<String> guide(Settings settings) {
        return List.of("The portal, where people help themselves: " + PortalSetup.address(settings.portalPort()) + "/");
    }
}
