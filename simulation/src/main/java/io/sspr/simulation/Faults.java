package io.sspr.simulation;

/**
 * How often something goes wrong at each point where something may come between.
 *
 * @param killsPerThousand the process dies
 * @param othersPerThousand it hangs, and other instances go on
 */
public record Faults(int killsPerThousand, int othersPerThousand) {

    /** Often enough to meet most of it within some thousand steps. */
    public static final Faults USUAL = new Faults(3, 15);
}
