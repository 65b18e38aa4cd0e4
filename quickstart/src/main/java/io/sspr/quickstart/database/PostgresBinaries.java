package io.sspr.quickstart.database;

import io.sspr.quickstart.layout.CannotStart;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL of the class path, unpacked once beside others under a name that tells its content. Zonky's own starter is not
 * used: it trusts every local user, ends in an order of its own, and tells why a server does not come up only after a timeout.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** Returns the directory with {@code bin}, {@code lib} and {@code share}; takes seconds the first time. */
    static Path unpackOnce(Path parent) {
        try {
            byte[] archive = archive();
            Path home = parent.resolve(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(parent);
                Path fresh = Files.createTempDirectory(parent, "unpacking-");
                unpack(archive, fresh);
                publish(fresh, home);
            }
            return home;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new CannotStart(
                    "PostgreSQL cannot be unpacked to " + parent + ": " + e.getMessage() + ".",
                    "Make room and rights there (about 60 MB), or choose another: SSPR_DATA=... ./sspr up",
                    e);
        }
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException none) {
            throw new CannotStart(
                    "There is no PostgreSQL for this system (" + system + ", " + machine + ") in the build.",
                    "Use Linux (amd64, arm64) or macOS; on Windows, use WSL. Or run the services with docker compose.",
                    none);
        }
    }

    private static void unpack(byte[] archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("the archive leaves its directory");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    write(tar, entry, target);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    private static void publish(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // Another process was quicker; its copy is the same.
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
