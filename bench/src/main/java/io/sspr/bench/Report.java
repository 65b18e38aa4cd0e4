package io.sspr.bench;

import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** The figures, each for one reset. */
record Report(
        Processor before,
        Processor after,
        Volume volumeBefore,
        Volume volumeAfter,
        LogUse log,
        Latencies latencies,
        HashCost hash) {

    void print(PrintStream out, BenchSystem system) throws IOException {
        long resets = after.ended() - before.ended();
        double seconds = (after.nanos() - before.nanos()) / 1e9;
        out.printf(Locale.ROOT, "%n%.1f resets/s: %d ended in %.1f s%n%n", resets / seconds, resets, seconds);
        latencies.print(out);
        out.println();
        processor(out, system, resets);
        out.println();
        volume(out);
    }

    /** What one reset took, for its floors. */
    Work work() {
        double resets = volumeAfter.ended() - volumeBefore.ended();
        return new Work(
                log.seals().toServices() / resets,
                log.seals().pairwise() / resets,
                log.total() / resets,
                log.totalBytes() / resets,
                log.transactions() / resets,
                written(Volume.ROWS_INSERTED) + written(Volume.ROWS_UPDATED) + written(Volume.ROWS_DELETED),
                written(Volume.WAL),
                written(Volume.WRITING));
    }

    private double written(String counter) {
        return since(volumeBefore.database(), volumeAfter.database(), counter)
                / (volumeAfter.ended() - volumeBefore.ended());
    }

    /** Milliseconds of the processor. */
    double took(String part) {
        return since(before.parts(), after.parts(), part) / (after.ended() - before.ended());
    }

    double tookByClients() {
        return since(before.beside(), after.beside(), Processor.LOAD) / (after.ended() - before.ended());
    }

    double tookInSum() {
        return after.parts().keySet().stream().mapToDouble(this::took).sum();
    }

    private void processor(PrintStream out, BenchSystem system, long resets) throws IOException {
        out.printf(Locale.ROOT, "%-34s %9s %12s%n", "processor", "ms/reset", "most MiB");
        double sum = 0;
        for (String part : after.parts().keySet()) {
            double millis = took(part);
            sum += millis;
            out.printf(Locale.ROOT, "  %-32s %9.2f %12s%n", part, millis, memory(system, part));
        }
        // One new hash, and one for looking whether it is the current one.
        double hashes = Floors.HASHES * hash.millis();
        out.printf(Locale.ROOT, "  %-32s %9.2f%n", "sum", sum);
        out.printf(
                Locale.ROOT,
                "  %-32s %9.2f   (less 2 hashes of %.2f)%n",
                "sum without hashes",
                sum - hashes,
                hash.millis());
        for (String part : after.beside().keySet())
            out.printf(
                    Locale.ROOT,
                    "  beside: %-24s %9.2f%n",
                    part,
                    since(before.beside(), after.beside(), part) / resets);
        double used = after.machine().used() - before.machine().used();
        double idle = after.machine().idle() - before.machine().idle();
        double stolen = after.machine().stolen() - before.machine().stolen();
        double all = used + idle + stolen;
        out.printf(
                Locale.ROOT,
                "  the machine: %.0f %% busy (%.2f ms/reset), %.0f %% idle, %.1f %% taken by other guests%n",
                100 * used / all,
                used * 10 / resets,
                100 * idle / all,
                100 * stolen / all);
    }

    private static double since(Map<String, Double> before, Map<String, Double> after, String name) {
        return after.getOrDefault(name, 0.0) - before.getOrDefault(name, 0.0);
    }

    private static String memory(BenchSystem system, String part) throws IOException {
        for (Service service : Service.values())
            if (part.equals(service.principal()))
                return Long.toString(
                        ProcessTimes.mostMemory(system.service(service).pid()));
        return part.equals("broker")
                ? Long.toString(ProcessTimes.mostMemory(system.broker().pid()))
                : "";
    }

    private void volume(PrintStream out) {
        double resets = volumeAfter.ended() - volumeBefore.ended();
        for (Service service : Service.values())
            out.printf(
                    Locale.ROOT,
                    "  %-34s %10.2f%n",
                    "Kafka transactions of " + service.shortName(),
                    log.count(Topics.checkpoint(service)) / resets);
        out.printf(
                Locale.ROOT,
                "  %-34s %10.2f%n",
                "records on Kafka, no checkpoints",
                (log.total() - log.transactions()) / resets);
        out.printf(Locale.ROOT, "  %-34s %10.0f%n", "bytes of them", log.totalBytes() / resets);
        out.printf(
                Locale.ROOT,
                "  %-34s %10.0f%n",
                "bytes on the broker's disk",
                (volumeAfter.logBytes() - volumeBefore.logBytes()) / resets);
        for (String counter : volumeAfter.database().keySet()) {
            out.printf(
                    Locale.ROOT,
                    "  %-34s %10.2f%n",
                    "PostgreSQL: " + counter,
                    since(volumeBefore.database(), volumeAfter.database(), counter) / resets);
        }
        for (String counter : volumeAfter.virtualMachines().keySet()) {
            out.printf(
                    Locale.ROOT,
                    "  %-34s %10.3f%n",
                    counter,
                    since(volumeBefore.virtualMachines(), volumeAfter.virtualMachines(), counter) / resets);
        }
        log.records()
                .forEach((topic, count) -> out.printf(
                        Locale.ROOT,
                        "  %-44s %7.2f %8.0f bytes%n",
                        topic,
                        count / resets,
                        log.bytes().getOrDefault(topic, 0L) / resets));
    }
}
