package io.sspr.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** How long steps took, in milliseconds by the front end's clock; safe for many threads. */
final class Timings {

    private final Map<String, List<Double>> samples = new LinkedHashMap<>();

    <T> T time(String step, Supplier<T> action) {
        long begin = System.nanoTime();
        T result = action.get();
        add(step, (System.nanoTime() - begin) / 1e6);
        return result;
    }

    synchronized void add(String step, double millis) {
        samples.computeIfAbsent(step, name -> new ArrayList<>()).add(millis);
    }

    synchronized void print(PrintStream out) {
        out.printf(Locale.ROOT, "  %-40s %6s %9s %9s%n", "step", "count", "p50 ms", "p99 ms");
        samples.forEach((step, millis) -> out.printf(
                Locale.ROOT,
                "  %-40s %6d %9.1f %9.1f%n",
                step,
                millis.size(),
                percentile(millis, 50),
                percentile(millis, 99)));
    }

    /** Nearest rank: a value that was measured. */
    static double percentile(List<Double> millis, int percent) {
        List<Double> sorted = millis.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }
}
