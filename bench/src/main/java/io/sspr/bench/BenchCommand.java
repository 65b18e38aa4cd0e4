package io.sspr.bench;

import io.sspr.contract.Service;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.LogFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/** {@code ./sspr bench}: exit 0 if all held, 1 if a reset was not complete, 2 not understood or could not run. */
public final class BenchCommand {

    private static final String USAGE = """
            usage: ./sspr bench [--concurrency N | --rate R] [--accounts N] [--warm-up SECONDS] [--seconds N]
                                [--hash production|minimal] [--history N] [--profile reset|registration|notification]
                                [--service-options "-Xmx512m ..."] [--keep true]
              starts every part as a process of its own, has people reset with one mail, N at once (16) or R a second,
              and measures time, processors by process, and what is written""";

    private static final String SERVICE_OPTIONS = "-Xms384m -Xmx384m -XX:+UseSerialGC";

    private BenchCommand() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> given = given(args);
        if (given == null) {
            out.println(USAGE);
            System.exit(2);
            return;
        }
        Path directory = Path.of(System.getenv().getOrDefault("SSPR_DATA", "data"))
                .resolve("bench-" + System.currentTimeMillis())
                .toAbsolutePath();
        String profiled = given.get("profile");
        BenchOptions options = new BenchOptions(
                Integer.parseInt(given.getOrDefault("concurrency", "16")),
                Double.parseDouble(given.getOrDefault("rate", "0")),
                Integer.parseInt(given.getOrDefault("accounts", "2000")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("warm-up", "20"))),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", "30"))),
                given.getOrDefault("hash", "production").equals("minimal"),
                Integer.parseInt(given.getOrDefault("history", "0")),
                profiled == null ? null : service(profiled),
                given.getOrDefault("service-options", SERVICE_OPTIONS),
                given.containsKey("keep"),
                directory);
        DataDirectory.create(directory);
        LogFile.write(directory.resolve("bench.log"));
        try {
            boolean complete = new Bench(options, out).run();
            if (!options.keep()) {
                FileUtils.deleteQuietly(directory.resolve("kafka").toFile());
                FileUtils.deleteQuietly(directory.resolve("postgres").toFile());
            }
            System.exit(complete ? 0 : 1);
        } catch (CannotStart e) {
            out.println(e.getMessage());
            out.println(e.wayOut());
            System.exit(2);
        }
    }

    private static Service service(String name) {
        for (Service service : Service.values()) if (service.shortName().equals(name)) return service;
        throw new IllegalArgumentException(name);
    }

    private static @Nullable Map<String, String> given(String[] args) {
        Map<String, String> given = new HashMap<>();
        // As ./sspr gives them: the name of the command first.
        for (int i = args.length > 0 && args[0].equals("bench") ? 1 : 0; i < args.length; i += 2) {
            if (i + 1 == args.length || !isGood(args[i], args[i + 1])) return null;
            given.put(args[i].substring(2), args[i + 1]);
        }
        return given;
    }

    private static boolean isGood(String name, String value) {
        return value.matches(
                switch (name) {
                    case "--concurrency", "--accounts", "--warm-up", "--seconds" -> "[1-9][0-9]{0,6}";
                    case "--history" -> "[0-9]{1,2}";
                    case "--rate" -> "[0-9]{1,5}([.][0-9]{1,3})?";
                    case "--hash" -> "production|minimal";
                    case "--profile" -> "reset|registration|notification";
                    case "--service-options" -> "-.*";
                    case "--keep" -> "true";
                    default -> "(?!)";
                });
    }
}
