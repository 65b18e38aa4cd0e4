package io.sspr.audit.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Puts entries aside in files, all of one key in one file and in the order in which they came, so that each file fits into memory.
 * Files are open only while something is added: there may be more of them than a process may hold open.
 */
public final class Buckets {

    private static final int LARGEST_COUNT = 4096;
    private static final int BUFFER = 8 * 1024;

    private final Path directory;
    private final String name;
    private final @Nullable ByteArrayOutputStream[] buffers;

    /** Reads what was put aside. */
    public interface Reader {
        /** One more entry. */
        void read(DataInputStream entry) throws IOException;
    }

    /** So many files for about so many entries that each has no more than that. */
    public Buckets(Path directory, String name, long entries, int each) {
        this.directory = directory;
        this.name = name;
        int count = (int) Math.max(1, Math.min(LARGEST_COUNT, entries / each + 1));
        this.buffers = new ByteArrayOutputStream[count];
    }

    /** How many files. */
    public int count() {
        return buffers.length;
    }

    /** The file of a key. */
    public int of(String key) {
        // Names of clients and of accounts are not spread well by String.hashCode alone.
        return (int) Long.remainderUnsigned((key.hashCode() * 0x9E3779B97F4A7C15L) >>> 17, buffers.length);
    }

    /** Puts it aside under that key. */
    public void add(String key, byte[] entry) throws IOException {
        int bucket = of(key);
        ByteArrayOutputStream buffer = buffers[bucket];
        if (buffer == null) {
            buffer = new ByteArrayOutputStream(BUFFER);
            buffers[bucket] = buffer;
        }
        buffer.write(ByteBuffer.allocate(Integer.BYTES).putInt(entry.length).array());
        buffer.write(entry);
        if (buffer.size() >= BUFFER) flush(bucket, buffer);
    }

    /** Reads one file from its begin, and removes it. */
    public void drain(int bucket, Reader each) throws IOException {
        ByteArrayOutputStream buffer = buffers[bucket];
        if (buffer != null) flush(bucket, buffer);
        buffers[bucket] = null;
        Path file = file(bucket);
        if (!Files.exists(file)) return;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 64 * 1024))) {
            for (int length = next(in); length >= 0; length = next(in))
                each.read(new DataInputStream(new ByteArrayInputStream(in.readNBytes(length))));
        }
        Files.delete(file);
    }

    private static int next(DataInputStream in) throws IOException {
        try {
            return in.readInt();
        } catch (EOFException end) {
            return -1;
        }
    }

    private void flush(int bucket, ByteArrayOutputStream buffer) throws IOException {
        try (OutputStream file =
                Files.newOutputStream(file(bucket), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            buffer.writeTo(file);
        }
        buffer.reset();
    }

    private Path file(int bucket) {
        return directory.resolve(name + "-" + bucket);
    }
}
