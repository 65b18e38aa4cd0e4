package io.sspr.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the steps took, in milliseconds; safe for many threads. */
final class Latencies {

    private final Map<Step, List<Double>> samples = new EnumMap<>(Step.class);

    synchronized void add(Step step, long nanos) {
        samples.computeIfAbsent(step, name -> new ArrayList<>()).add(nanos / 1e6);
    }

    synchronized void print(PrintStream out) {
        out.printf(Locale.ROOT, "%-52s %7s %9s %9s %9s %9s%n", "milliseconds", "count", "p50", "p95", "p99", "longest");
        samples.forEach((step, millis) -> {
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            out.printf(
                    Locale.ROOT,
                    "  %-50s %7d %9.1f %9.1f %9.1f %9.1f%n",
                    step.text(),
                    sorted.length,
                    percentile(sorted, 50),
                    percentile(sorted, 95),
                    percentile(sorted, 99),
                    percentile(sorted, 100));
        });
    }

    /** Nearest rank: a value that was measured. */
    static double percentile(double[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }
}
