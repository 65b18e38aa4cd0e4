package io.sspr.bench;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.LogFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** {@code ./sspr bench}: exit 0 if all held, 1 if a reset was not complete, 2 not understood or could not run. */
public final class BenchCommand {

    private static final String USAGE = """
            usage: ./sspr bench [--concurrency N | --rate R] [--accounts N] [--warm-up SECONDS] [--seconds N]
                                [--hash production|minimal] [--history N] [--profile reset|registration|notification]
                                [--bystanders N] [--service-options "-Xmx512m ..."] [--keep true]
              starts every part as a process of its own, has people reset with one mail, N at once (16) or R a second,
              and measures time, processors by process, what is written, and what the same work costs at the very least;
              --bystanders N further accounts (up to 2000000) lie among theirs in every service's tables
                   ./sspr bench --rate R --outage SECONDS [--outage-of reset|registration|notification] [...]
              kills each service in turn, or that one, for so long while people go on, and measures how it catches up
                   ./sspr bench --replay N
              writes N password changes and measures how long a new subscriber takes to read them all
                   ./sspr bench --idle SECONDS
              starts "./sspr up" on free ports, waits a minute, and measures what it takes for doing nothing""";

    private static final String SERVICE_OPTIONS = "-Xms384m -Xmx384m -XX:+UseSerialGC";

    private BenchCommand() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Arguments arguments = Arguments.of(args).orElse(null);
        if (arguments == null) {
            out.println(USAGE);
            System.exit(2);
            return;
        }
        Path directory = Path.of(System.getenv().getOrDefault("SSPR_DATA", "data"))
                .resolve("bench-" + System.currentTimeMillis())
                .toAbsolutePath();
        DataDirectory.create(directory);
        LogFile.write(directory.resolve("bench.log"));
        try {
            boolean complete = run(arguments, directory, out);
            if (!arguments.has("keep")) {
                for (String part : List.of("kafka", "postgres", "postgres-binaries"))
                    FileUtils.deleteQuietly(directory.resolve(part).toFile());
            }
            System.exit(complete ? 0 : 1);
        } catch (CannotStart e) {
            out.println(e.getMessage());
            out.println(e.wayOut());
            System.exit(2);
        }
    }

    private static boolean run(Arguments arguments, Path directory, PrintStream out) throws Exception {
        if (arguments.has("idle")) return new Idle(directory, arguments.seconds("idle", 60), out).run();
        if (arguments.has("replay")) return new Replay(directory, arguments.number("replay", 1), out).run();
        return new Bench(options(arguments, directory), out).run();
    }

    private static BenchOptions options(Arguments arguments, Path directory) {
        return new BenchOptions(
                arguments.number("concurrency", 16),
                Double.parseDouble(arguments.text("rate", "0")),
                arguments.number("accounts", 2000),
                arguments.seconds("warm-up", 20),
                arguments.seconds("seconds", 30),
                arguments.text("hash", "production").equals("minimal"),
                arguments.number("history", 0),
                arguments.service("profile"),
                arguments.number("bystanders", 0),
                arguments.seconds("outage", 0),
                arguments.service("outage-of"),
                arguments.text("service-options", SERVICE_OPTIONS),
                arguments.has("keep"),
                directory);
    }
}
