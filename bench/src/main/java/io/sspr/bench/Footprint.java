package io.sspr.bench;

import java.io.IOException;
import java.time.Duration;

/**
 * What some processes take.
 *
 * @param processes how many they are
 * @param cpu that they have used so far
 * @param residentKib memory that each of them has, what they share for each of them
 * @param shareKib the same with what they share in parts (Pss of proc_pid_smaps(5))
 */
record Footprint(int processes, Duration cpu, long residentKib, long shareKib) {

    static final Footprint NOTHING = new Footprint(0, Duration.ZERO, 0, 0);

    /** Of one, with what its children used that have ended. */
    static Footprint of(long pid) throws IOException {
        return new Footprint(
                1,
                ProcessTimes.ofAlone(pid),
                ProcessTimes.kib(pid, "smaps_rollup", "Rss:"),
                ProcessTimes.kib(pid, "smaps_rollup", "Pss:"));
    }

    /** Of all that it has started and that run. */
    static Footprint ofChildren(long pid) throws IOException {
        Footprint all = NOTHING;
        for (ProcessHandle child :
                ProcessHandle.of(pid).orElseThrow().descendants().toList()) all = all.plus(of(child.pid()));
        return all;
    }

    Footprint plus(Footprint other) {
        return new Footprint(
                processes + other.processes,
                cpu.plus(other.cpu),
                residentKib + other.residentKib,
                shareKib + other.shareKib);
    }
}
