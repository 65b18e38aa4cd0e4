package io.sspr.quickstart.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Portals whose own JVM was killed: they end by themselves, but the next start may be quicker. */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final int PATIENCE_SECONDS = 10;

    private Leftover() {}

    /** Says in a file which process that is: numbers are given away again, the time of its start is its alone. */
    static void note(Path file, ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + " " + begin(process).toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be said which process the portal is", e);
        }
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("The file {} stays: {}", file, e.toString());
        }
    }

    /** Ends all that such a directory tells of. They keep nothing that could be lost. */
    static void endAll(Path directory) {
        for (Path file : files(directory)) {
            process(file).ifPresent(Leftover::end);
            forget(file);
        }
    }

    private static List<Path> files(Path directory) {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(directory)) return files;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.pid")) {
            found.forEach(files::add);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The portal's directory cannot be read", e);
        }
    }

    private static Optional<ProcessHandle> process(Path file) {
        try {
            String[] noted =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", 2);
            if (noted.length != 2 || !noted[0].matches("[0-9]{1,18}") || !noted[1].matches("[0-9]{1,18}"))
                return Optional.empty();
            Instant begin = Instant.ofEpochMilli(Long.parseLong(noted[1]));
            return ProcessHandle.of(Long.parseLong(noted[0]))
                    .filter(process -> begin(process).equals(begin));
        } catch (IOException e) {
            LOG.info("The file {} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static Instant begin(ProcessHandle process) {
        return Instant.ofEpochMilli(
                process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A portal of an earlier start (process {}) does not end", process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
