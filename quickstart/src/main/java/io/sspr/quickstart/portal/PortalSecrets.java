package io.sspr.quickstart.portal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The two keys of a portal in a directory that holds nothing else, so that it cannot read those of the services.
 *
 * @param directory its owner's alone
 */
public record PortalSecrets(Path directory) {

    private static final Path ASSERTION = Path.of("clients", "portal", "assertion.jwk");
    private static final int COOKIE_KEY_BYTES = 32;

    /** Makes what is missing; the key that it vouches for people with comes from among {@code all} secrets. */
    public static PortalSecrets prepare(Path all, Path directory, SecureRandom random) {
        PortalSecrets secrets = new PortalSecrets(directory);
        Path assertion = directory.resolve(ASSERTION);
        DataDirectory.create(assertion.resolveSibling(""));
        try {
            write(assertion, Files.readAllBytes(all.resolve(ASSERTION)));
            if (!Files.exists(secrets.cookieKey())) write(secrets.cookieKey(), cookieKey(random));
        } catch (IOException e) {
            throw new CannotStart(
                    "The portal's keys in " + directory + " cannot be made: " + e + ".",
                    "Make it writable, or move it away to begin with new ones.",
                    e);
        }
        return secrets;
    }

    /** File of the key that its cookies are encrypted with. */
    public Path cookieKey() {
        return directory.resolve("cookie.key");
    }

    /** 256 bits as the portal reads them. */
    public static byte[] cookieKey(SecureRandom random) {
        byte[] key = new byte[COOKIE_KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key).getBytes(US_ASCII);
    }

    /** In one step: a portal may start at any moment. A temporary file is its owner's alone. */
    private static void write(Path file, byte[] content) throws IOException {
        Path written = Files.createTempFile(file.resolveSibling(""), "new", null);
        Files.write(written, content);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
