package io.sspr.simulation;

import io.sspr.simulation.actors.Administration;
import io.sspr.simulation.actors.Cast;
import io.sspr.simulation.actors.Crowd;
import io.sspr.simulation.actors.Person;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One world from its seed to its end. The same seed lives through the same to the last byte. */
public final class Simulation {

    /** So many steps, then everything is left to come to rest. */
    private static final int UNTIL_REST = 2000;

    private static final int MOST_TO_REST = 100_000;
    private static final int PEOPLE = 7;

    private final long seed;
    private final World world;
    private final Watch watch;
    private int steps;

    private Simulation(long seed, Faults faults, @Nullable Consumer<String> trace) {
        this.seed = seed;
        world = new World(seed, faults);
        watch = new Watch(world, trace);
    }

    /** Lives through so many steps, counted from when everybody is known. */
    public static Outcome run(long seed, int most, Faults faults, @Nullable Consumer<String> trace) {
        long start = processorTime();
        Simulation simulation = new Simulation(seed, faults, trace);
        String violation = null;
        try {
            simulation.live(most);
        } catch (Violation e) {
            violation = e.getMessage();
        }
        double seconds = (processorTime() - start) / 1e9;
        return new Outcome(
                seed, simulation.steps, seconds, violation, simulation.watch.summary(), simulation.world.kills());
    }

    /** Of this thread, which is the only one: what else the machine does counts for nothing. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void live(int most) {
        world.start();
        Administration administration = new Administration(world.frontEnds(), world.log(), world.random());
        List<Person> people = new Cast(
                        world.frontEnds(),
                        world.letters(),
                        world::step,
                        () -> world.clock().now())
                .assemble(PEOPLE);
        Crowd crowd = new Crowd(
                people,
                world.frontEnds(),
                world.letters(),
                administration,
                World.keys().disputes(),
                world.random(),
                () -> world.clock().now());
        world.calm(false);
        while (steps < most) {
            steps++;
            if (world.random().nextInt(6) == 0) crowd.act();
            else guarded(world::step);
            if (steps % UNTIL_REST == 0) rest();
        }
        rest();
    }

    private void rest() {
        world.calm(true);
        int left = MOST_TO_REST;
        while (world.isBusy()) {
            if (left-- == 0) throw new Violation("G1", "there is no end to it: " + world.unfinished());
            guarded(world::step);
        }
        watch.atRest();
        world.calm(false);
    }

    /** A relay that stops for an operator has met what cannot be, for nobody restored anything. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            if (e.getClass().getSimpleName().equals("RelayStopped"))
                throw new Violation("G2", "the relay stops: " + e.getMessage());
            throw new IllegalStateException("seed " + seed + ", step " + steps, e);
        }
    }

    /** What came of it. */
    public record Outcome(
            long seed, int steps, double seconds, @Nullable String violation, String summary, long kills) {

        /** In one line. */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "seed %d: %d steps in %.1f s of the processor, %.0f a second; %s, %d processes killed; %s",
                    seed,
                    steps,
                    seconds,
                    steps / seconds,
                    summary,
                    kills,
                    violation == null ? "nothing broken" : "BROKEN after step " + steps + ": " + violation);
        }
    }
}
