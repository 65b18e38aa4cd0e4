package io.sspr.simulation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ./sspr simulate}: exit 0 nothing broken, 1 something is, 2 could not run. */
public final class SimulateCommand {

    private static final String USAGE = """
            usage: ./sspr simulate [--seed S] [--steps N] [--minutes M] [--trace N]
              lives through N steps (20000) of the world of seed S (any), or through one world after the other for M
              minutes; what is broken is told with the seed and the step, and with what led to it, N lines (60) at most""";

    private static final int STEPS = 20_000;

    private SimulateCommand() {}

    /** Runs it. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, Long> options = options(args);
        if (options == null) {
            out.println(USAGE);
            System.exit(2);
            return;
        }
        long seed = options.getOrDefault("seed", (long) new Random().nextInt(1_000_000_000));
        int steps = options.getOrDefault("steps", (long) STEPS).intValue();
        long end = System.nanoTime() + options.getOrDefault("minutes", 0L) * 60_000_000_000L;
        do {
            Simulation.Outcome outcome = Simulation.run(seed, steps, Faults.USUAL, null);
            out.println(outcome.line());
            if (outcome.violation() != null) {
                tell(outcome, options.getOrDefault("trace", 60L).intValue(), out);
                System.exit(1);
            }
            seed++;
        } while (System.nanoTime() < end);
        System.exit(0);
    }

    /** Lives through it once more, which is the same, and shows what has to do with it. */
    private static void tell(Simulation.Outcome outcome, int most, PrintStream out) {
        Trace trace = new Trace(outcome.violation() == null ? "" : outcome.violation());
        Simulation.run(outcome.seed(), outcome.steps(), Faults.USUAL, trace);
        trace.last(most).forEach(out::println);
        out.println("again: ./sspr simulate --seed " + outcome.seed() + " --steps " + outcome.steps());
    }

    private static @Nullable Map<String, Long> options(String[] args) {
        Map<String, Long> options = new HashMap<>();
        Set<String> known = new HashSet<>(Set.of("--seed", "--steps", "--minutes", "--trace"));
        // As ./sspr gives them: the name of the command first.
        for (int i = args.length > 0 && args[0].equals("simulate") ? 1 : 0; i < args.length; i += 2) {
            if (!known.remove(args[i]) || i + 1 == args.length || !args[i + 1].matches("[0-9]{1,9}")) return null;
            options.put(args[i].substring(2), Long.valueOf(args[i + 1]));
        }
        return options;
    }
}
