package io.sspr.quickstart.database;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The passwords of the database's roles: 256 random bits each, made once, in files that only their owner can read. */
final class Passwords {

    private static final int BYTES = 32;

    private final Path directory;
    private final SecureRandom random;

    Passwords(Path directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    /** The file that holds the role's password; made where missing. */
    Path fileOf(String role) {
        Path file = directory.resolve(role + ".password");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return file;
        } catch (IOException e) {
            throw notUsable(file, e);
        }
    }

    String of(String role) {
        Path file = fileOf(role);
        try {
            String password = Files.readString(file).strip();
            if (!password.matches("[A-Za-z0-9_-]{20,200}")) {
                throw new IOException("it holds no password");
            }
            return password;
        } catch (IOException e) {
            throw notUsable(file, e);
        }
    }

    private void write(Path file) throws IOException {
        DataDirectory.create(directory);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        // Written beside and renamed: a kill in between leaves no empty password.
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly());
        Files.writeString(
                fresh,
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n",
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static CannotStart notUsable(Path file, IOException cause) {
        return new CannotStart(
                "The password in " + file + " cannot be used: " + cause.getMessage() + ".",
                "Put the file back from a copy, or move the whole data directory away to begin with nothing.",
                cause);
    }
}
