package io.sspr.contract.seal;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** JWK files (RFC 7517) below one directory; what is wrong with one is told in a sentence that names it. */
record KeyFiles(Path directory) {

    /** A key and the moment from which to use it: its {@code nbf}, else its {@code iat}, else the time of its file. */
    private record Dated<K extends JWK>(K key, Instant from) {}

    Path path(String... names) {
        Path path = directory;
        for (String name : names) {
            path = path.resolve(name);
        }
        return path;
    }

    <K extends JWK> K read(Path file, KeyKind<K> kind) {
        try {
            return kind.parser().parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw UnusableKeyMaterial.missing(file);
        } catch (IOException e) {
            throw UnusableKeyMaterial.unreadable(file, e);
        } catch (ParseException | IllegalArgumentException e) {
            throw UnusableKeyMaterial.notA(kind.words(), file);
        }
    }

    /** The keys of a folder in use, newest first, then those whose time is to come; at least one, or {@code typical} is missing. */
    <K extends JWK> List<K> readAll(Path typical, Predicate<String> name, KeyKind<K> kind, Instant now) {
        List<K> keys = names(typical.resolveSibling("")).stream()
                .filter(name)
                .map(typical::resolveSibling)
                .map(file -> dated(file, read(file, kind)))
                .sorted(Comparator.comparing((Dated<K> dated) -> dated.from().isAfter(now))
                        .thenComparing(Dated::from, Comparator.reverseOrder()))
                .map(Dated::key)
                .toList();
        if (keys.isEmpty()) {
            throw UnusableKeyMaterial.missing(typical);
        }
        return keys;
    }

    /** In alphabetical order, without hidden ones, of which orchestrators mount some; none if there is no such folder. */
    List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw UnusableKeyMaterial.unreadable(folder, e);
        }
    }

    /** For the owner's eyes only, and all at once, so that a crash leaves no half key; never over another file. */
    void write(Path file, JWK key) {
        Path folder = file.resolveSibling("");
        try {
            Files.createDirectories(folder, forOwnerOnly());
            // Made readable by the owner alone.
            Path draft = Files.createTempFile(folder, "draft", ".tmp");
            try {
                Files.writeString(draft, key.toJSONString() + "\n");
                Files.move(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw UnusableKeyMaterial.unreadable(file, e);
        }
    }

    private FileAttribute<?>[] forOwnerOnly() {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    @SuppressWarnings("JavaUtilDate") // nimbus speaks in dates
    private static <K extends JWK> Dated<K> dated(Path file, K key) {
        Date date = key.getNotBeforeTime() != null ? key.getNotBeforeTime() : key.getIssueTime();
        try {
            return new Dated<>(
                    key,
                    date != null
                            ? date.toInstant()
                            : Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw UnusableKeyMaterial.unreadable(file, e);
        }
    }
}
