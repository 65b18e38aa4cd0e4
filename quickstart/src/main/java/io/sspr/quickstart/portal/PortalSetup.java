package io.sspr.quickstart.portal;

import io.sspr.quickstart.layout.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one portal is started with; several may share keys and the address that people know.
 *
 * @param classPath of the portal, see {@link PortalClassPath}
 * @param port on the loopback interface
 * @param baseUrl where people find it
 * @param bootstrapServers of Kafka
 * @param anchorThumbprint of the key that signs the services' key sets
 * @param secrets its own keys
 * @param directory where it says which process it is
 * @param log what it says, appended
 * @param temporary for what libraries unpack
 * @param more further settings, of Spring or the portal
 */
public record PortalSetup(
        String classPath,
        int port,
        URI baseUrl,
        String bootstrapServers,
        String anchorThumbprint,
        PortalSecrets secrets,
        Path directory,
        Path log,
        Path temporary,
        Map<String, String> more) {

    public PortalSetup {
        more = Map.copyOf(more);
    }

    /** The one of these settings. */
    public static PortalSetup of(
            Settings settings,
            String classPath,
            String bootstrapServers,
            String anchorThumbprint,
            PortalSecrets secrets) {
        return new PortalSetup(
                classPath,
                settings.portalPort(),
                address(settings.portalPort()),
                bootstrapServers,
                anchorThumbprint,
                secrets,
                settings.portalData(),
                settings.logs().resolve("portal.log"),
                settings.data().resolve("tmp"),
                Map.of());
    }

    /** Where people on this machine find a portal on that port: browsers take the name for as safe as TLS. */
    public static URI address(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** Another instance of the same portal, for the same people; its log is its own. */
    public PortalSetup onPort(int other) {
        return new PortalSetup(
                classPath,
                other,
                baseUrl,
                bootstrapServers,
                anchorThumbprint,
                secrets,
                directory,
                log.resolveSibling("portal-" + other + ".log"),
                temporary,
                more);
    }

    /** The same with another address, such as that of a proxy before it. */
    public PortalSetup at(URI address) {
        return new PortalSetup(
                classPath, port, address, bootstrapServers, anchorThumbprint, secrets, directory, log, temporary, more);
    }

    /** The same with one more setting. */
    public PortalSetup with(String name, String value) {
        Map<String, String> all = new TreeMap<>(more);
        all.put(name, value);
        return new PortalSetup(
                classPath, port, baseUrl, bootstrapServers, anchorThumbprint, secrets, directory, log, temporary, all);
    }

    /** Where it says which process it is. */
    Path pidFile() {
        return directory.resolve(port + ".pid");
    }

    List<String> arguments() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", Integer.toString(port));
        properties.put("sspr.portal.base-url", baseUrl.toString());
        properties.put("sspr.portal.kafka", bootstrapServers);
        properties.put("sspr.portal.anchor", anchorThumbprint);
        properties.put("sspr.portal.secrets", secrets.directory().toString());
        properties.put("sspr.portal.cookie-keys", secrets.cookieKey().toString());
        // Kafka's clients tell all their settings, several times.
        properties.put("logging.level.org.apache.kafka", "WARN");
        properties.putAll(more);
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toList();
    }
}
