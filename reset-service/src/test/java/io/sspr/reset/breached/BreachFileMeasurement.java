package io.sspr.reset.breached;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures look-ups in a file of many lines; run by hand, with the number of lines if not ten million. It prints the time to
 * open, the time of look-ups of listed and of unlisted hashes, and by how much the process has grown.
 */
final class BreachFileMeasurement {

    private static final int LOOKUPS = 20_000;

    private BreachFileMeasurement() {}

    /** Writes the file to the temporary directory and deletes it in the end. */
    public static void main(String... arguments) throws IOException {
        int lines = arguments.length == 0 ? 10_000_000 : Integer.parseInt(arguments[0]);
        Path path = Files.createTempFile("breached", ".txt");
        try {
            write(path, lines);
            System.out.printf(Locale.ROOT, "%,d lines, %,d bytes%n", lines, Files.size(path));
            measure(path, lines);
        } finally {
            Files.delete(path);
        }
    }

    private static void measure(Path path, int lines) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        long heap = heap();
        long resident = resident();
        long begin = System.nanoTime();
        BreachFile file = BreachFile.open(path);
        System.out.printf(Locale.ROOT, "open: %.2f ms%n", (System.nanoTime() - begin) / 1e6);
        long[] listed = new long[LOOKUPS];
        long[] unlisted = new long[LOOKUPS];
        for (int i = 0; i < LOOKUPS; i++) {
            listed[i] = lookup(file, hash(random.nextInt(lines), lines), true);
            unlisted[i] = lookup(file, new Sha1(digits(random.nextLong()) + "0".repeat(24)), false);
        }
        System.out.println("listed:   " + figures(listed));
        System.out.println("unlisted: " + figures(unlisted));
        System.out.printf(Locale.ROOT, "heap grew by %,d KiB%n", (heap() - heap) / 1024);
        System.out.printf(Locale.ROOT, "resident memory grew by %,d KiB%n", resident() - resident);
    }

    private static long lookup(BreachFile file, Sha1 hash, boolean expected) throws IOException {
        long begin = System.nanoTime();
        boolean found = file.holds(hash);
        long took = System.nanoTime() - begin;
        if (found != expected) throw new IllegalStateException("wrong answer");
        return took;
    }

    private static String figures(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "first %.0f us, p50 %.0f us, p99 %.0f us, longest %.0f us",
                nanos[0] / 1e3,
                sorted[sorted.length / 2] / 1e3,
                sorted[sorted.length / 100 * 99] / 1e3,
                sorted[sorted.length - 1] / 1e3);
    }

    private static void write(Path path, int lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(path, StandardCharsets.US_ASCII)) {
            for (int i = 0; i < lines; i++) writer.write(hash(i, lines).hex() + ":" + (1 + i % 997) + "\n");
        }
    }

    /** The hash of that number: evenly spread and in order, as those of real lists are. */
    private static Sha1 hash(int number, int lines) {
        long first = Long.divideUnsigned(-1L, lines) * number;
        SplittableRandom random = new SplittableRandom(number);
        return new Sha1(digits(first)
                + digits(random.nextLong())
                + digits(random.nextLong()).substring(0, 8));
    }

    private static String digits(long value) {
        return String.format(Locale.ROOT, "%016X", value);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** In KiB, where the system tells. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
