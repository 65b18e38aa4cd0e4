package io.sspr.torture;

import io.sspr.torture.check.Finding;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run showed.
 *
 * @param kills SIGKILLs by service
 * @param amidBatch how many of them met a relay with a batch on its way
 * @param flows complete lives of persons
 * @param unfinished what went wrong for people, one line each
 * @param requests requests on the log
 * @param records records by topic
 * @param findings what must not be
 * @param took the whole run
 */
public record TortureReport(
        Map<String, Integer> kills,
        int amidBatch,
        int flows,
        List<String> unfinished,
        int requests,
        Map<String, Long> records,
        List<Finding> findings,
        Duration took) {

    /** Whether nothing was found and everybody got through. */
    public boolean isClean() {
        return findings.isEmpty() && unfinished.isEmpty();
    }

    /** How many findings of a kind. */
    public long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    /** The figures, and each finding up to a hundred. */
    public void print(PrintStream out) {
        int all = kills.values().stream().mapToInt(Integer::intValue).sum();
        out.printf(Locale.ROOT, "%-14s %d %s, %d of them amid a batch of a relay%n", "kills", all, kills, amidBatch);
        out.printf(Locale.ROOT, "%-14s %d complete, %d not%n", "flows", flows, unfinished.size());
        out.printf(Locale.ROOT, "%-14s %d%n", "requests", requests);
        out.printf(
                Locale.ROOT,
                "%-14s %d on %d topics%n",
                "records",
                records.values().stream().mapToLong(Long::longValue).sum(),
                records.size());
        out.printf(Locale.ROOT, "%-14s %d%n", "lost", count(Finding.Kind.LOST));
        out.printf(Locale.ROOT, "%-14s %d%n", "duplicated", count(Finding.Kind.DUPLICATED));
        out.printf(Locale.ROOT, "%-14s %d%n", "out of order", count(Finding.Kind.OUT_OF_ORDER));
        out.printf(Locale.ROOT, "%-14s %d%n", "gaps", count(Finding.Kind.GAP));
        out.printf(Locale.ROOT, "%-14s %d%n", "wrong", count(Finding.Kind.WRONG));
        out.printf(Locale.ROOT, "%-14s %d s%n", "took", took.toSeconds());
        findings.stream().limit(100).forEach(finding -> out.println("  " + finding));
        unfinished.stream().limit(20).forEach(line -> out.println("  not complete: " + line));
        out.println(isClean() ? "clean" : "NOT CLEAN");
    }
}
