package io.sspr.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;

/** The first policy of the sample system: all kinds of methods, so that each can be tried. */
final class SamplePolicy {
    private SamplePolicy() {}

    /** That file; what is there already is left as it is. */
    static Path at(Path file) {
        if (Files.exists(file)) return file;
        try (InputStream sample = Objects.requireNonNull(SamplePolicy.class.getResourceAsStream("policy.json"))) {
            Path written = file.resolveSibling("policy-" + UUID.randomUUID() + ".json");
            Files.copy(sample, written);
            // In one step, for services of several processes may begin at once.
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the sample policy cannot be written", e);
        }
    }
}
