package io.sspr.torture;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.LogFile;
import io.sspr.torture.fault.FaultPlan;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ./sspr torture}: exit 0 clean, 1 findings, 2 could not run. */
public final class TortureCommand {

    private static final String USAGE = """
            usage: ./sspr torture [--minutes N] [--seed S] [--workers W] [--between SECONDS] [--secrets yes|no]
                                  [--restore yes|no]
              for N minutes (10) services, brokers and PostgreSQL are killed, held up and cut off, a fault every
              SECONDS (8), while W people (40) at once live through everything; then the log is checked against the
              databases; the same seed has the same plan""";

    private TortureCommand() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> options = options(args);
        if (options == null) {
            out.println(USAGE);
            System.exit(2);
            return;
        }
        long seed = Long.parseLong(options.getOrDefault("seed", Long.toString(new SecureRandom().nextInt(1_000_000))));
        TortureOptions torture = new TortureOptions(
                Duration.ofSeconds(Math.round(Double.parseDouble(options.getOrDefault("minutes", "10")) * 60)),
                seed,
                Integer.parseInt(options.getOrDefault("workers", "40")),
                Duration.ofMillis(Math.round(Double.parseDouble(options.getOrDefault("between", "8")) * 1000)),
                FaultPlan.everything(),
                2,
                options.getOrDefault("restore", "yes").equals("yes"),
                options.getOrDefault("secrets", "yes").equals("yes"),
                Path.of(System.getenv().getOrDefault("SSPR_DATA", "data"))
                        .resolve("torture-" + seed + "-" + System.currentTimeMillis()));
        Files.createDirectories(torture.directory());
        LogFile.write(torture.directory().resolve("torture.log"));
        try {
            TortureReport report = new Torture(torture, out).run();
            report.print(out);
            System.exit(report.isClean() ? 0 : 1);
        } catch (CannotStart e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }

    private static @Nullable Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        // As ./sspr gives them: the name of the command first.
        for (int i = args.length > 0 && args[0].equals("torture") ? 1 : 0; i < args.length; i += 2) {
            boolean number = args[i].matches("--(minutes|seed|workers|between)");
            boolean choice = args[i].matches("--(secrets|restore)");
            if (!(number || choice) || i + 1 == args.length) return null;
            if (!args[i + 1].matches(number ? "[0-9]{1,9}([.][0-9]{1,3})?" : "yes|no")) return null;
            options.put(args[i].substring(2), args[i + 1]);
        }
        return options;
    }
}
