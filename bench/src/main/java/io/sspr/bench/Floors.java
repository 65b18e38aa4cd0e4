package io.sspr.bench;

import java.io.PrintStream;
import java.util.Locale;

/** What the same work costs at the very least here and now, beside what the run took: the rest is what could be saved. */
record Floors(HashCost hash, SealCost toService, SealCost pairwise, RawLog log, RawRows rows, Work work) {

    /** One new hash, and one for looking whether it is the current one. */
    static final int HASHES = 2;

    /** Stops the services, which would be measured with it, and takes some seconds. */
    static Floors measure(BenchSystem system, HashCost hash, Work work) throws Exception {
        system.stopServices();
        return new Floors(
                hash,
                SealCost.toService(system.keys()),
                SealCost.pairwise(system.keys()),
                RawLog.measure(system, work),
                RawRows.measure(system, work),
                work);
    }

    void print(PrintStream out, Report report) {
        out.printf(Locale.ROOT, "%n%-72s %9s %9s%n", "floors, ms of a processor for each reset", "floor", "took");
        line(out, String.format(Locale.ROOT, "%d hashes of %.2f ms", HASHES, hash.millis()), HASHES * hash.millis());
        line(out, seals(work.sealsToServices(), "to a service", toService), work.sealsToServices() * toService.both());
        line(out, seals(work.pairwiseSeals(), "pairwise", pairwise), work.pairwiseSeals() * pairwise.both());
        String records = String.format(
                Locale.ROOT,
                "%.1f records, %.0f bytes, %.1f transactions",
                work.records(),
                work.recordBytes(),
                work.kafkaTransactions());
        out.printf(
                Locale.ROOT,
                "  %-70s %9.2f %9.2f%n",
                records + ": broker",
                log.broker(),
                report.took(Processor.BROKER));
        line(out, "  the same: one producer and one consumer", log.clients());
        out.printf(
                Locale.ROOT,
                "  %-70s %9.2f %9.2f%n",
                String.format(Locale.ROOT, "%.1f rows in %.1f commits: PostgreSQL", work.rows(), work.commits()),
                rows.postgres(),
                report.took(Processor.POSTGRES));
        out.printf(Locale.ROOT, "  %-70s %9.2f %9.2f%n", "sum", sum(), report.tookInSum() + report.tookByClients());
        out.printf(
                Locale.ROOT,
                "  measured with the services stopped, one thing at a time; PostgreSQL wrote %.0f bytes of WAL for each, in the run%n"
                        + "  %.0f; what the run took in sum is all parts and the load generator, which seals and opens too%n",
                rows.walBytes(),
                work.walBytes());
    }

    double sum() {
        return HASHES * hash.millis()
                + work.sealsToServices() * toService.both()
                + work.pairwiseSeals() * pairwise.both()
                + log.broker()
                + log.clients()
                + rows.postgres();
    }

    private static String seals(double count, String how, SealCost cost) {
        return String.format(
                Locale.ROOT,
                "%.1f values sealed %s (%.3f ms) and opened (%.3f ms)",
                count,
                how,
                cost.seal(),
                cost.open());
    }

    private static void line(PrintStream out, String what, double millis) {
        out.printf(Locale.ROOT, "  %-70s %9.2f%n", what, millis);
    }
}
