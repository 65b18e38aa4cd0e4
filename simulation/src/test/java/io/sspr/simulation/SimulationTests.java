package io.sspr.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A few worlds that are always the same, and one that never is; the long run is {@code ./sspr simulate}. */
class SimulationTests {

    private static final int STEPS = 1500;

    @Test
    void nothingBreaksInTheWorldsThatAreAlwaysTheSame() {
        for (long seed = 1; seed <= 2; seed++) livesThrough(seed);
    }

    @Test
    void nothingBreaksInAWorldThatNobodyHasSeen() {
        livesThrough(new Random().nextInt(1_000_000_000));
    }

    private static void livesThrough(long seed) {
        Simulation.Outcome outcome = Simulation.run(seed, STEPS, Faults.USUAL, null);
        System.out.println(outcome.line());
        assertThat(outcome.violation())
                .as("again: ./sspr simulate --seed %d --steps %d", seed, outcome.steps())
                .isNull();
    }

    @Test
    void theSameSeedLivesThroughTheSame() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        Simulation.run(7, 300, Faults.USUAL, first::add);
        Simulation.run(7, 300, Faults.USUAL, second::add);
        assertThat(first).hasSizeGreaterThan(100).isEqualTo(second);
    }
}
