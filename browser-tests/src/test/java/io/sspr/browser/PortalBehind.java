package io.sspr.browser;

import io.sspr.quickstart.Blueprint;
import io.sspr.quickstart.Companion;
import io.sspr.quickstart.Progress;
import io.sspr.quickstart.QuickStart;
import io.sspr.quickstart.RunningSystem;
import io.sspr.quickstart.layout.Port;
import io.sspr.quickstart.layout.Ports;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.portal.PortalClassPath;
import io.sspr.quickstart.portal.PortalProcess;
import io.sspr.quickstart.portal.PortalSecrets;
import io.sspr.quickstart.portal.PortalSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The portal as {@code ./sspr up} has it beside the services, with a recording proxy before it: messages link to that. */
final class PortalBehind implements Companion {

    private static final Path HOME = Path.of("..");

    private final int port = Ports.findFree();
    private final RecordingProxy proxy;

    private @Nullable PortalSetup setup;
    private @Nullable PortalProcess process;

    PortalBehind() {
        try {
            proxy = RecordingProxy.before(URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy does not start", e);
        }
    }

    /** The services with this beside them. */
    Blueprint blueprint() {
        Blueprint services = QuickStart.blueprint();
        return new Blueprint(services.keys(), services.topics(), services.services(), List.of(this));
    }

    RecordingProxy proxy() {
        return proxy;
    }

    /** Where people find it. */
    private URI address() {
        return URI.create("http://" + proxy.address().getAuthority());
    }

    /** What it was started with. */
    PortalSetup setup() {
        return Objects.requireNonNull(setup, "not started");
    }

    PortalProcess process() {
        return Objects.requireNonNull(process, "not started");
    }

    @Override
    public String name() {
        return "portal";
    }

    @Override
    public List<Port> prepare(Settings settings) {
        return List.of();
    }

    @Override
    public AutoCloseable start(RunningSystem system, Progress progress) throws InterruptedException {
        Settings settings = system.settings();
        PortalSecrets keys = PortalSecrets.prepare(settings.secrets(), settings.portalData(), new SecureRandom());
        setup = PortalSetup.of(
                        settings,
                        PortalClassPath.in(HOME),
                        system.broker().bootstrapServers(),
                        system.anchorThumbprint(),
                        keys)
                .onPort(port)
                .at(address())
                // What is compressed on its way cannot be searched for secrets.
                .with("server.compression.enabled", "false");
        process = new PortalProcess(setup).start();
        return process;
    }

    @Override
    public Optional<URI> page(Settings settings) {
        return Optional.of(address());
    }

    @Override
    public List<String> guide(Settings settings) {
        return List.of();
    }
}
