package io.sspr.browser;

import io.sspr.live.EmbeddedParts;
import io.sspr.live.LiveSystem;
import io.sspr.live.Mark;
import io.sspr.quickstart.layout.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The whole system with the portal and a recording proxy before it, started once for all tests of this JVM. */
final class PortalSystem extends LiveSystem {

    private final RecordingProxy proxy;
    private final Path portalLog;
    private final int port;
    private final Map<String, String> properties;
    private PortalProcess portal;

    private PortalSystem() throws IOException {
        super(new EmbeddedParts());
        int port = Ports.findFree();
        proxy = RecordingProxy.before(URI.create("http://127.0.0.1:" + port));
        portalLog = logs().resolve("portal.log");
        this.port = port;
        properties = Map.of(
                "server.compression.enabled",
                "false",
                "sspr.portal.base-url",
                "http://" + proxy.address().getAuthority(),
                "sspr.portal.kafka",
                bootstrap(),
                "sspr.portal.anchor",
                anchorThumbprint(),
                "sspr.portal.secrets",
                secrets().toString(),
                "sspr.portal.cookie-keys",
                cookieKey(secrets().resolve("portal-cookies.key")).toString());
        portal = PortalProcess.start(port, properties, portalLog);
    }

    private static final class Holder {

        static final PortalSystem SHARED = start();

        private static PortalSystem start() {
            try {
                return new PortalSystem();
            } catch (IOException e) {
                throw new UncheckedIOException("the portal's system does not start", e);
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
        portal = PortalProcess.start(port, properties, portalLog);
    }

    /** Whether the portal has written that down. */
    boolean isInPortalsLog(Mark mark) {
        try {
            return mark.isIn(Files.readAllBytes(portalLog));
        } catch (IOException e) {
            throw new UncheckedIOException("the portal's log cannot be read", e);
        }
    }

    /** Whether the portal holds on to it in memory, after a collection. */
    boolean isInPortalsLiveHeap(Mark mark) {
        byte[] heap = portal.liveHeap(logs().resolve("portal.hprof"));
        // Java keeps text with letters beyond Latin-1 as UTF-16 in the machine's order.
        String wide = new String(mark.text().getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return mark.isIn(heap) || new String(heap, StandardCharsets.ISO_8859_1).contains(wide);
    }

    private static Path cookieKey(Path file) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }
}
