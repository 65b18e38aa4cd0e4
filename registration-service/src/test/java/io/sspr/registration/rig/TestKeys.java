package io.sspr.registration.rig;

import io.sspr.contract.seal.KeyMaterial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Keys of all services and of the clients of the tests, made once. */
public final class TestKeys {

    /** A front end. */
    public static final String PORTAL = "portal";

    private static final Path DIRECTORY = directory();

    private TestKeys() {}

    /** Where they are. */
    public static Path path() {
        return DIRECTORY;
    }

    /** They. */
    public static KeyMaterial material() {
        return new KeyMaterial(DIRECTORY, Clock.systemUTC());
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("keys");
            new KeyMaterial(directory, Clock.systemUTC()).generate(List.of(PORTAL));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
