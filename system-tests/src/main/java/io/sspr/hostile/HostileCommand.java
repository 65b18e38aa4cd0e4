package io.sspr.hostile;

import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.LogFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ./sspr hostile}: exit 0 clean, 1 findings, 2 could not run. */
public final class HostileCommand {

    private static final String USAGE = """
            usage: ./sspr hostile [--messages N] [--seed S]
              sends N (200000) messages to running services that nobody should send: headers, JSON, seals and sizes are
              spoilt as the seed says; each must be answered or put aside, and nothing may stop or grow""";

    private HostileCommand() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, Integer> options = options(args);
        if (options == null) {
            out.println(USAGE);
            System.exit(2);
            return;
        }
        int seed = options.getOrDefault("seed", new SecureRandom().nextInt(1_000_000));
        Path directory = Path.of(System.getenv().getOrDefault("SSPR_DATA", "data"))
                .resolve("hostile-" + seed + "-" + System.currentTimeMillis());
        Files.createDirectories(directory);
        LogFile.write(directory.resolve("hostile.log"));
        try {
            boolean clean = new Hostility(options.getOrDefault("messages", 200_000), seed, directory, out).run();
            System.exit(clean ? 0 : 1);
        } catch (CannotStart e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }

    private static @Nullable Map<String, Integer> options(String[] args) {
        Map<String, Integer> options = new HashMap<>();
        // As ./sspr gives them: the name of the command first.
        for (int i = args.length > 0 && args[0].equals("hostile") ? 1 : 0; i < args.length; i += 2) {
            if (!args[i].matches("--(messages|seed)") || i + 1 == args.length || !args[i + 1].matches("[0-9]{1,9}"))
                return null;
            options.put(args[i].substring(2), Integer.parseInt(args[i + 1]));
        }
        return options;
    }
}
