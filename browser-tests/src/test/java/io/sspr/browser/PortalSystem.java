package io.sspr.browser;

import io.sspr.live.EmbeddedParts;
import io.sspr.live.LiveSystem;
import io.sspr.live.Mark;
import io.sspr.quickstart.layout.Ports;
import io.sspr.quickstart.portal.PortalClassPath;
import io.sspr.quickstart.portal.PortalProcess;
import io.sspr.quickstart.portal.PortalSecrets;
import io.sspr.quickstart.portal.PortalSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The whole system with the portal and a recording proxy before it, started once for all tests of this JVM. */
final class PortalSystem extends LiveSystem {

    private static final Path HOME = Path.of("..");

    private final RecordingProxy proxy;
    private final PortalSetup setup;
    private final PortalProcess portal;

    private PortalSystem() throws IOException, InterruptedException {
        super(new EmbeddedParts());
        int port = Ports.findFree();
        proxy = RecordingProxy.before(URI.create("http://127.0.0.1:" + port));
        PortalSecrets keys = PortalSecrets.prepare(secrets(), settings().portalData(), new SecureRandom());
        setup = PortalSetup.of(settings(), PortalClassPath.in(HOME), bootstrap(), anchorThumbprint(), keys)
                .onPort(port)
                .at(URI.create("http://" + proxy.address().getAuthority()))
                // What is compressed on its way cannot be searched for secrets.
                .with("server.compression.enabled", "false");
        portal = new PortalProcess(setup).start();
        Runtime.getRuntime().addShutdownHook(new Thread(portal::kill, "stop-portal"));
    }

    private static final class Holder {

        static final PortalSystem SHARED = start();

        private static PortalSystem start() {
            try {
                return new PortalSystem();
            } catch (IOException e) {
                throw new UncheckedIOException("the portal's system does not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the portal starts", e);
            }
        }
    }

    static PortalSystem shared() {
        return Holder.SHARED;
    }

    /** Where browsers find the portal, through the proxy. */
    URI address() {
        return proxy.address();
    }

    /** All that went between browsers and the portal. */
    RecordingProxy wire() {
        return proxy;
    }

    /** As if its machine had died and another had taken over. */
    void killAndStartPortal() {
        portal.kill();
        try {
            portal.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the portal starts", e);
        }
    }

    /** Whether the portal has written that down. */
    boolean isInPortalsLog(Mark mark) {
        try {
            return mark.isIn(Files.readAllBytes(setup.log()));
        } catch (IOException e) {
            throw new UncheckedIOException("the portal's log cannot be read", e);
        }
    }

    /** Whether the portal holds on to it in memory, after a collection. */
    boolean isInPortalsLiveHeap(Mark mark) {
        byte[] heap = liveHeap(logs().resolve("portal.hprof"));
        // Java keeps text with letters beyond Latin-1 as UTF-16 in the machine's order.
        String wide = new String(mark.text().getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return mark.isIn(heap) || new String(heap, StandardCharsets.ISO_8859_1).contains(wide);
    }

    private byte[] liveHeap(Path file) {
        try {
            Process dump = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(portal.pid()),
                            "GC.heap_dump",
                            file.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (dump.waitFor() != 0) throw new IllegalStateException("no heap dump: " + said);
            byte[] heap = Files.readAllBytes(file);
            Files.delete(file);
            return heap;
        } catch (IOException e) {
            throw new UncheckedIOException("no heap dump", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while dumping the heap", e);
        }
    }
}
