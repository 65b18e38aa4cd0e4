package io.sspr.torture;

import io.sspr.quickstart.ServiceProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Kills processes as a plan says, and starts each again. */
final class Killer {

    private final KillPlan plan;
    private final List<ServiceProcess> processes;
    private final RelayWatch watch;
    private final Map<String, Integer> kills = new TreeMap<>();
    private final List<Thread> revivals = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private int aimed;

    Killer(KillPlan plan, List<ServiceProcess> processes, RelayWatch watch) {
        this.plan = plan;
        this.processes = processes;
        this.watch = watch;
    }

    /** The next kill of the plan, if its victim lives. */
    void next() throws InterruptedException, SQLException {
        KillPlan.Kill kill = plan.next(processes.size());
        TimeUnit.MILLISECONDS.sleep(kill.after().toMillis());
        ServiceProcess victim = processes.get(kill.victim());
        boolean amidBatch = false;
        if (kill.aim()) {
            OptionalLong relaying = watch.awaitBatch(victim.service());
            for (ServiceProcess process : processes)
                if (relaying.isPresent() && process.is(relaying.getAsLong())) {
                    victim = process;
                    amidBatch = true;
                }
            if (amidBatch) LockSupport.parkNanos(kill.into().toNanos());
        }
        if (!victim.kill()) return;
        if (amidBatch) aimed++;
        kills.merge(victim.service().principal(), 1, Integer::sum);
        revive(victim, kill.dead());
    }

    /** SIGKILLs so far, by service. */
    Map<String, Integer> kills() {
        return kills;
    }

    /** How many of them met a relay with a batch on its way. */
    int aimed() {
        return aimed;
    }

    /** Waits until each one that was killed has been started again; says which could not be. */
    List<String> awaitRevivals() throws InterruptedException {
        for (Thread revival : revivals) revival.join();
        return List.copyOf(failures);
    }

    private void revive(ServiceProcess victim, Duration dead) {
        Thread thread = new Thread(
                () -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(dead.toMillis());
                        victim.start();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (IOException e) {
                        failures.add(victim.name() + " could not be started again: " + e.getMessage());
                    }
                },
                "revive-" + victim.name());
        thread.start();
        revivals.add(thread);
    }
}
