package io.sspr.torture;

import io.sspr.torture.check.Inspection;
import io.sspr.torture.fault.FaultKind;
import io.sspr.torture.people.Ending;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run showed.
 *
 * @param faults by kind
 * @param flows complete lives of persons
 * @param incomplete how the others ended
 * @param besides what else was done, in words
 * @param inspection of log and databases
 * @param wrong what else is not as it must be, a sentence each
 * @param secrets where something was found that people typed; null if it was not looked for
 * @param took the whole run
 */
public record TortureReport(
        Map<FaultKind, Integer> faults,
        int flows,
        Collection<Ending> incomplete,
        String besides,
        Inspection inspection,
        List<String> wrong,
        @Nullable Collection<String> secrets,
        Duration took) {

    /** Whether nothing was found, and everybody got through whom no outage kept from it. */
    public boolean isClean() {
        return inspection.findings().isEmpty()
                && wrong.isEmpty()
                && incomplete.stream().noneMatch(Ending::wrong)
                && (secrets == null || secrets.isEmpty());
    }

    /** How many faults there were. */
    public int countOfFaults() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The figures, and each finding up to a hundred. */
    public void print(PrintStream out) {
        Map<String, Integer> byKind = new TreeMap<>();
        faults.forEach((kind, count) -> byKind.put(kind.words(), count));
        line(out, "faults", countOfFaults() + " " + byKind);
        long wrongly = incomplete.stream().filter(Ending::wrong).count();
        line(
                out,
                "flows",
                flows + " complete, " + (incomplete.size() - wrongly) + " outlived by an outage, " + wrongly
                        + " not complete " + endings());
        line(out, "besides", besides);
        line(out, "requests", inspection.result().requests());
        line(out, "events", inspection.result().eventCount());
        inspection.result().findings().forEach((code, count) -> line(out, code.name(), count));
        line(
                out,
                "guarantees",
                inspection.findings().isEmpty()
                        ? "none violated"
                        : inspection.findings().stream()
                                .collect(Collectors.groupingBy(
                                        finding -> finding.code().guarantee(), TreeMap::new, Collectors.counting()))
                                .toString());
        line(out, "secrets", secrets == null ? "not looked for" : secrets.size() + " places");
        line(out, "took", took.toSeconds() + " s");
        inspection.findings().stream().limit(100).forEach(finding -> out.println("  " + finding));
        wrong.forEach(sentence -> out.println("  wrong: " + sentence));
        if (secrets != null) secrets.stream().limit(50).forEach(place -> out.println("  secret: " + place));
        incomplete.stream()
                .filter(Ending::wrong)
                .limit(20)
                .forEach(ending -> out.println("  not complete: " + ending.said()));
        incomplete.stream()
                .filter(ending -> !ending.wrong())
                .limit(5)
                .forEach(ending -> out.println("  outlived: " + ending.said()));
        out.println(isClean() ? "clean" : "NOT CLEAN");
    }

    private Map<String, Long> endings() {
        return incomplete.stream().collect(Collectors.groupingBy(Ending::how, TreeMap::new, Collectors.counting()));
    }

    private static void line(PrintStream out, String what, long count) {
        line(out, what, Long.toString(count));
    }

    private static void line(PrintStream out, String what, String said) {
        out.printf(Locale.ROOT, "%-14s %s%n", what, said);
    }
}
