package io.sspr.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The identity provider of the portal's own tests, Spring Authorization Server, in a JVM of its own: on our class path it would
 * guard the services too. It ends with ours.
 */
final class ProviderProcess implements AutoCloseable {

    /** As the provider has them. */
    static final String CLIENT_SECRET = "a secret between two";

    static final String PASSWORD = "a password of theirs";

    private static final Path PORTAL = Path.of("..", "portal", "target");

    private final Process process;

    /** Started, and ready. Each user is {@code name=account}, or a name alone. */
    ProviderProcess(int port, URI portal, List<String> users, Path log) throws IOException {
        String classPath = String.join(
                File.pathSeparator,
                PORTAL.resolve("test-classes").toString(),
                PORTAL.resolve("classes").toString(),
                Files.readString(PORTAL.resolve("test-class-path.txt")).strip());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                classPath,
                "io.sspr.portal.session.IdentityProvider",
                Integer.toString(port),
                portal.toString()));
        command.addAll(users);
        process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); !"ready".equals(line); line = said.readLine())
            if (line == null) throw new IOException("the identity provider does not start: " + log);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
