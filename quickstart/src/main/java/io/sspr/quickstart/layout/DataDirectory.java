package io.sspr.quickstart.layout;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/** The data directory, held by one process at a time with a file lock that dies with it. */
public final class DataDirectory implements AutoCloseable {

    // POSIX drops all of a process's locks on a file when any handle of it is closed: never open it twice in one JVM.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path lockFile;
    private final FileChannel channel;

    private DataDirectory(Path lockFile, FileChannel channel) {
        this.lockFile = lockFile;
        this.channel = channel;
    }

    /** Makes the directory where missing and holds it; throws {@link CannotStart} if another process does already. */
    public static DataDirectory hold(Path data) {
        create(data);
        Path lockFile = data.resolve("lock");
        if (!HELD_HERE.add(lockFile)) {
            throw heldBy(data, Long.toString(ProcessHandle.current().pid()));
        }
        @Nullable DataDirectory held = null;
        try {
            held = lock(data, lockFile);
            return held;
        } catch (IOException e) {
            throw notUsable(data, e);
        } finally {
            if (held == null) {
                HELD_HERE.remove(lockFile);
            }
        }
    }

    /** Makes a directory that only its owner can enter. */
    public static void create(Path directory) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw notUsable(directory, e);
        }
    }

    /** Deletes what killed processes left in the temporary directory, where the script has libraries unpack themselves. */
    public void clearLeftovers() {
        Path temporary = lockFile.resolveSibling("tmp");
        Instant begin = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        for (File leftover : Objects.requireNonNullElse(temporary.toFile().listFiles(), new File[0])) {
            if (leftover.lastModified() < begin.toEpochMilli()) {
                // What cannot be deleted now is tried again at the next start.
                FileUtils.deleteQuietly(leftover);
            }
        }
    }

    private static DataDirectory lock(Path data, Path lockFile) throws IOException {
        FileChannel channel = FileChannel.open(
                lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
            if (lock == null) {
                throw heldBy(data, Files.readString(lockFile).strip());
            }
            byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid), 0);
            return new DataDirectory(lockFile, channel);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static CannotStart heldBy(Path data, String pid) {
        return new CannotStart(
                "Another ./sspr up (process " + pid + ") already runs with the data in " + data + ".",
                "Use that one, or stop it first: Ctrl-C in its terminal, or kill " + pid
                        + ". Or run a second one beside" + " it: set SSPR_DATA to another directory, and other ports.");
    }

    private static CannotStart notUsable(Path directory, IOException cause) {
        return new CannotStart(
                "The directory " + directory + " cannot be used: " + cause + ".",
                "Make it writable, or choose another: SSPR_DATA=... ./sspr up",
                cause);
    }

    /** Lets it go; the next may hold it. */
    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(lockFile);
    }
}
