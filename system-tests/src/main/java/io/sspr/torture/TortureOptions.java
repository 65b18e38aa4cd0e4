package io.sspr.torture;

import io.sspr.torture.fault.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;

/**
 * How to torture.
 *
 * @param duration how long there are faults
 * @param seed draws the plan of faults: the same seed, the same plan
 * @param workers people at once
 * @param betweenFaults mean time from the end of a fault to the next one
 * @param kinds what may be done; cables are cut of second instances only
 * @param instances of each service, 1 or 2
 * @param restore whether in the end an older copy of the databases is put in their place, and taken away again
 * @param secrets whether all places are searched for what people typed
 * @param directory where data and logs of the run go; of this run alone, for its people must be new
 */
public record TortureOptions(
        Duration duration,
        long seed,
        int workers,
        Duration betweenFaults,
        Set<FaultKind> kinds,
        int instances,
        boolean restore,
        boolean secrets,
        Path directory) {

    /** Cables of second instances. */
    private static final Set<FaultKind> CUTS =
            Set.of(FaultKind.CUT_KAFKA, FaultKind.CUT_DATABASE, FaultKind.CUT_BOTH, FaultKind.FORGET);

    /** Throws IllegalArgumentException for what cannot be done. */
    public TortureOptions {
        if (instances < 1 || instances > 2) throw new IllegalArgumentException("1 or 2 instances, not " + instances);
        if (instances == 1 && !Collections.disjoint(kinds, CUTS))
            throw new IllegalArgumentException("there are no second instances to be cut off");
        kinds = Set.copyOf(kinds);
    }
}
