package io.sspr.reset.breached;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A sorted file of hashes that is searched where it lies: a look-up reads a few blocks, and nothing is kept in memory. It is
 * opened for each look-up, so that another may be put in its place; safe for many threads and processes.
 */
final class BreachFile {

    /** No line is longer, line ending included. */
    static final int LONGEST_LINE = 128;

    /** What is read in one go when so little is left. */
    private static final int BLOCK = 4096;

    /** Looked at when it starts, to find a file that is sorted otherwise. */
    private static final int SAMPLES = 64;

    private final Path path;

    private BreachFile(Path path) {
        this.path = path;
    }

    /** Looks at the first line, the last, and some between; throws IllegalStateException if it cannot be searched. */
    static BreachFile open(Path path) {
        BreachFile file = new BreachFile(path);
        try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "r")) {
            check(bytes);
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "sspr.reset.breached.file: " + path + " cannot be searched: " + e.getMessage(), e);
        }
    }

    private static void check(RandomAccessFile file) throws IOException {
        if (file.length() == 0) throw new IOException("it is empty");
        String before = "";
        for (int i = 0; i <= SAMPLES; i++) {
            long at = (file.length() - 1) / SAMPLES * i;
            Line line = lineAround(file, i == SAMPLES ? file.length() - 1 : at);
            if (line.hash().compareTo(before) < 0)
                throw new IOException("it is not sorted by hash, near byte " + line.start());
            before = line.hash();
        }
    }

    /** Whether the hash is in it, with a count above 0 if there are counts; throws IOException if it cannot be read. */
    boolean holds(Sha1 hash) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = 0;
            long to = file.length();
            while (to - from > BLOCK) {
                Line line = lineAround(file, from + (to - from) / 2);
                int order = line.hash().compareTo(hash.hex());
                if (order == 0) return line.counts();
                if (order < 0) from = line.end();
                else to = line.start();
            }
            return isIn(text(file, from, (int) (to - from)), hash);
        }
    }

    private static boolean isIn(String lines, Sha1 hash) throws IOException {
        for (int start = 0; start < lines.length(); ) {
            int end = lines.indexOf('\n', start) + 1;
            Line line = Line.read(lines.substring(start, end == 0 ? lines.length() : end), start);
            if (line.hash().equals(hash.hex())) return line.counts();
            start = end == 0 ? lines.length() : end;
        }
        return false;
    }

    /** The line that the byte at that place belongs to. */
    private static Line lineAround(RandomAccessFile file, long at) throws IOException {
        long from = Math.max(0, at - LONGEST_LINE);
        String text = text(file, from, (int) Math.min(2 * LONGEST_LINE, file.length() - from));
        int within = (int) (at - from);
        int start = within == 0 ? 0 : text.lastIndexOf('\n', within - 1) + 1;
        int end = text.indexOf('\n', within) + 1;
        boolean whole = (start > 0 || from == 0) && (end > 0 || from + text.length() == file.length());
        if (!whole) throw new IOException("a line is too long near byte " + at);
        return Line.read(text.substring(start, end == 0 ? text.length() : end), from + start);
    }

    private static String text(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * A line.
     *
     * @param start of it, in bytes from the beginning of the file
     * @param end after its line ending
     * @param counts whether it counts: what is listed 0 times does not
     */
    private record Line(String hash, long start, long end, boolean counts) {

        static Line read(String text, long start) throws IOException {
            String line = text.stripTrailing();
            boolean wellFormed = line.length() >= Sha1.DIGITS && isUpperHex(line.substring(0, Sha1.DIGITS));
            String count = wellFormed ? line.substring(Sha1.DIGITS) : "?";
            if (!count.isEmpty() && !RangeAnswer.isCount(count))
                throw new IOException(
                        "the line at byte " + start
                                + " is not a SHA-1 hash of 40 hexadecimal digits in upper case, with ':' and a count or without");
            boolean counts = count.isEmpty() || RangeAnswer.isAboveZero(count);
            return new Line(line.substring(0, Sha1.DIGITS), start, start + text.length(), counts);
        }

        private static boolean isUpperHex(String digits) {
            return digits.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'));
        }
    }
}
