package io.sspr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What processes have used of the processors so far, from Linux' {@code /proc} (proc_pid_stat(5)). */
final class ProcessTimes {

    /** Ticks a second: 100 on every Linux that Java runs on. */
    private static final long TICK_NANOS = 10_000_000;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Ticks of the whole machine, those of all its cores together: used, not used, and taken by other guests. */
    record Machine(double used, double idle, double stolen) {}

    /** Of one process. */
    record Stat(long parent, long ticks, long endedChildrenTicks) {

        /** Reads a line of {@code /proc/PID/stat}; the name in parentheses may hold anything. */
        static Stat of(String line) {
            List<String> fields = SPACE.splitAsStream(line.substring(line.lastIndexOf(')') + 2))
                    .toList();
            return new Stat(
                    Long.parseLong(fields.get(1)),
                    Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12)),
                    Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14)));
        }
    }

    private ProcessTimes() {}

    /** Of one process, without its children. */
    static Duration of(long pid) throws IOException {
        return Duration.ofNanos(
                stat(Path.of("/proc", Long.toString(pid))).orElseThrow().ticks() * TICK_NANOS);
    }

    /** Of a process and all its children, those that have ended too. */
    static Duration ofFamily(long pid) throws IOException {
        Stat parent = stat(Path.of("/proc", Long.toString(pid))).orElseThrow();
        long ticks = parent.ticks() + parent.endedChildrenTicks();
        for (Path process : processes()) {
            Optional<Stat> stat = stat(process);
            if (stat.isPresent() && stat.get().parent() == pid)
                ticks += stat.get().ticks();
        }
        return Duration.ofNanos(ticks * TICK_NANOS);
    }

    /** Of one process, and of its children those that have ended. */
    static Duration ofAlone(long pid) throws IOException {
        Stat stat = stat(Path.of("/proc", Long.toString(pid))).orElseThrow();
        return Duration.ofNanos((stat.ticks() + stat.endedChildrenTicks()) * TICK_NANOS);
    }

    /** Most memory that a process had so far, in MiB. */
    static long mostMemory(long pid) throws IOException {
        return kib(pid, "status", "VmHWM:") / 1024;
    }

    /** What a line of a file of that process says; 0 if there is none. */
    static long kib(long pid, String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Of the whole machine, whatever runs there. */
    static Machine machine() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            List<Double> ticks = SPACE.splitAsStream(lines.findFirst().orElseThrow())
                    .skip(1)
                    .map(Double::valueOf)
                    .toList();
            double idle = ticks.get(3) + ticks.get(4);
            double stolen = ticks.get(7);
            // Those after the eighth are in the first two already.
            double all =
                    ticks.stream().limit(8).mapToDouble(Double::doubleValue).sum();
            return new Machine(all - idle - stolen, idle, stolen);
        }
    }

    private static List<Path> processes() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry -> entry.getFileName().toString().matches("[0-9]+"))
                    .toList();
        }
    }

    /** Empty if it has ended meanwhile. */
    private static Optional<Stat> stat(Path process) throws IOException {
        try {
            return Optional.of(Stat.of(Files.readString(process.resolve("stat"))));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException e) {
            // The kernel says so when it ends between opening and reading.
            if (!Files.exists(process)) return Optional.empty();
            throw e;
        }
    }
}
