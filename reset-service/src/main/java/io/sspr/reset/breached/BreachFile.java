package io.sspr.reset.breached;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A sorted file of hashes that is searched where it lies: a look-up reads two or three blocks, and nothing is kept in memory. It is
 * opened for each look-up, so that another may be put in its place; safe for many threads and processes.
 */
final class BreachFile {

    /** No line is longer, line ending included. */
    static final int LONGEST_LINE = 128;

    /** What is read in one go. */
    private static final int BLOCK = 4096;

    /**
     * Hashes are spread evenly, so a line is nearly where it would be if they were exactly so: two or three blocks are read,
     * however many lines there are. Where they are not, halving ends it.
     */
    private static final int GUESSES = 8;

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
            double before = 0;
            double after = 1;
            for (int tries = 0; to - from > BLOCK; tries++) {
                double share = tries < GUESSES ? (hash.place() - before) / (after - before) : 0.5;
                long guess = from + (long) ((to - from) * share) - BLOCK / 2;
                long start = Math.max(from, Math.min(guess, to - BLOCK));
                String block = text(file, start, BLOCK);
                Line first = firstIn(block, start, start == from);
                Line last = lastIn(block, start, start + BLOCK == to);
                if (hash.hex().compareTo(first.hash()) < 0) {
                    to = first.start();
                    after = Sha1.place(first.hash());
                } else if (hash.hex().compareTo(last.hash()) > 0) {
                    from = last.end();
                    before = Sha1.place(last.hash());
                } else {
                    return isIn(block.substring((int) (first.start() - start), (int) (last.end() - start)), hash);
                }
            }
            return isIn(text(file, from, (int) (to - from)), hash);
        }
    }

    /** The first whole line of a block, which begins with one or somewhere in one. */
    private static Line firstIn(String block, long at, boolean beginsWithLine) throws IOException {
        int start = beginsWithLine ? 0 : block.indexOf('\n') + 1;
        int end = block.indexOf('\n', start) + 1;
        if (end == 0 || end > 2 * LONGEST_LINE) throw tooLong(at);
        return Line.read(block.substring(start, end), at + start);
    }

    /** The last whole line of a block, which ends with one or somewhere in one. */
    private static Line lastIn(String block, long at, boolean endsWithLine) throws IOException {
        int end = endsWithLine ? block.length() : block.lastIndexOf('\n') + 1;
        int start = block.lastIndexOf('\n', end - 2) + 1;
        if (start == 0 || start < block.length() - 2 * LONGEST_LINE) throw tooLong(at + start);
        return Line.read(block.substring(start, end), at + start);
    }

    private static IOException tooLong(long at) {
        return new IOException("a line is too long near byte " + at);
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
        if (!whole) throw tooLong(at);
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
