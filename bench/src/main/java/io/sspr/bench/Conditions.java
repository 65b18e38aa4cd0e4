package io.sspr.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;

/** Under what the measurement is made, printed before it. */
final class Conditions {

    private Conditions() {}

    static void print(BenchOptions options, HashCost hash, HashCost yardstick, PrintStream out) throws IOException {
        line(
                out,
                "load",
                options.rate() > 0
                        ? options.rate() + " resets a second, begun at their times whatever the earlier ones do"
                        : options.concurrency() + " resets at once");
        line(
                out,
                "measured",
                !options.outage().isZero()
                        ? "an outage of " + options.outage().toSeconds() + " s at a time, each after "
                                + options.warmUp().toSeconds() + " s of that; " + options.accounts() + " accounts"
                        : options.measured().toSeconds() + " s after "
                                + options.warmUp().toSeconds() + " s of the same; " + options.accounts() + " accounts");
        if (options.bystanders() > 0)
            line(out, "bystanders", options.bystanders() + " further accounts, in the databases only");
        line(
                out,
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name")
                        + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch")
                        + ", load average "
                        + Files.readString(Path.of("/proc/loadavg")).strip());
        line(out, "Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        line(out, "services", "one process each: " + options.serviceOptions());
        line(out, "Kafka", AppInfoParser.getVersion() + ", one broker: " + String.join(" ", BrokerProcess.OPTIONS));
        line(out, "PostgreSQL", "fsync and synchronous_commit on, shared_buffers 64MB, pg_stat_statements loaded");
        line(
                out,
                "hash",
                String.format(
                        Locale.ROOT,
                        "%s, %.2f ms of a processor each; looked at are the current password"
                                + " and %d former ones, and one new hash is made",
                        hash.parameters(),
                        hash.millis(),
                        options.history()));
        line(
                out,
                "yardstick",
                String.format(
                        Locale.ROOT,
                        "one hash of %s takes %.2f ms of a processor here, now",
                        yardstick.parameters(),
                        yardstick.millis()));
        line(out, "rules", "preset safe, but one gate, mail addresses on file count, no limits");
        line(out, "directory", options.directory().toString());
        out.println();
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf(Locale.ROOT, "%-12s %s%n", name, value);
    }
}
