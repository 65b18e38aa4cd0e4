package io.sspr.torture.fault;

import io.sspr.contract.Service;
import io.sspr.torture.system.BrokerProcess;
import io.sspr.torture.system.Route;
import io.sspr.torture.system.TorturedService;
import io.sspr.torture.system.TorturedSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Does to a system what a plan says, undoes it again, and writes down when. */
public final class Faults {

    private static final Duration UP = Duration.ofSeconds(30);

    private final TorturedSystem system;
    private final RelayWatch watch;
    private final PrintStream out;
    private final List<List<Fault>> lanes;
    private final Map<FaultKind, Integer> done = new EnumMap<>(FaultKind.class);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private Instant begin = Instant.now();

    /** Nothing is done yet. */
    public Faults(
            TorturedSystem system,
            long seed,
            Duration length,
            Duration between,
            Set<FaultKind> kinds,
            PrintStream out) {
        this.system = system;
        this.watch = new RelayWatch(system.cluster().bootstrapServers(), system.database()::loginOf);
        this.lanes = FaultPlan.draw(seed, length, between, kinds);
        this.out = out;
    }

    /** Every line of it. */
    public void printPlan() {
        out.println("plan");
        lanes.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Fault::at))
                .forEach(fault ->
                        out.printf(Locale.ROOT, "  %6.1f s  %s%n", fault.at().toMillis() / 1000.0, fault.words()));
    }

    /** Carries it out; returns when it is over and all that was done is undone. */
    public void run() throws InterruptedException, IOException {
        begin = Instant.now();
        List<Thread> threads = new ArrayList<>();
        for (List<Fault> lane : lanes) {
            Thread thread = new Thread(() -> run(lane), "faults");
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) thread.join();
        undoAll();
    }

    /** How many of each kind were done. */
    public Map<FaultKind, Integer> done() {
        return done;
    }

    /** What could not be done or undone. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private void run(List<Fault> lane) {
        for (Fault fault : lane) {
            try {
                TimeUnit.MILLISECONDS.sleep(
                        Duration.between(Instant.now(), begin.plus(fault.at())).toMillis());
                inflict(fault);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                failures.add(fault.words() + ": " + e);
            }
        }
    }

    private void inflict(Fault fault) throws Exception {
        switch (fault.kind()) {
            case KILL_SERVICE, WRONG_CLOCK -> kill(fault, service(fault));
            case KILL_RELAY -> killRelay(fault);
            case PAUSE_SERVICE -> pause(fault, service(fault));
            case PAUSE_RELAY -> pauseRelay(fault);
            case CUT_KAFKA, CUT_DATABASE, CUT_BOTH, FORGET -> cut(fault);
            case ROLLING_RESTART -> roll(fault);
            case KILL_LEADER -> kill(fault, system.cluster().leaderOfTheBusiest());
            case KILL_CONTROLLER -> kill(fault, system.cluster().controller());
            case PAUSE_LEADER -> pause(fault, system.cluster().leaderOfTheBusiest());
            case NO_BROKER -> noBroker(fault);
            case KILL_DATABASE -> killDatabase(fault);
        }
    }

    private void kill(Fault fault, TorturedService victim) throws InterruptedException, IOException {
        if (!victim.kill()) return;
        did(fault, victim.name());
        last(fault);
        // A clock is wrong until the next start after that.
        victim.start(fault.kind() == FaultKind.WRONG_CLOCK ? fault.clock() : Duration.ZERO);
        back(victim, UP);
        over(fault, victim.name());
    }

    /**
     * It is not waited for longer: what else is done to the system may keep it from being up. Whoever runs services starts
     * one anew that ends by itself, as without a database.
     */
    private void back(TorturedService service, Duration patience) throws InterruptedException, IOException {
        Instant latest = Instant.now().plus(patience);
        while (!system.isUpWithin(service, Duration.between(Instant.now(), latest))) {
            if (service.isAlive() || Instant.now().isAfter(latest)) {
                say(service.name() + " is not up after " + patience.toSeconds() + " s");
                return;
            }
            say(service.name() + " has ended, and is started anew");
            service.start();
        }
    }

    private void killRelay(Fault fault) throws InterruptedException, IOException {
        TorturedService victim = aim(fault);
        if (victim != null) kill(fault, victim);
    }

    private void pauseRelay(Fault fault) throws InterruptedException, IOException {
        TorturedService victim = aim(fault);
        if (victim != null) pause(fault, victim);
    }

    /** Whoever relays for that service, so far into a batch; null if nothing is relayed. */
    private @Nullable TorturedService aim(Fault fault) {
        Service service = service(fault).service();
        OptionalLong relaying = watch.awaitBatch(service);
        if (relaying.isEmpty()) {
            say(fault.kind().words() + ": there is none of " + service.principal());
            return null;
        }
        for (TorturedService process : system.services())
            if (process.is(relaying.getAsLong())) {
                LockSupport.parkNanos(fault.into().toNanos());
                return process;
            }
        return null;
    }

    private void pause(Fault fault, TorturedService victim) throws InterruptedException, IOException {
        if (!victim.pause()) return;
        did(fault, victim.name());
        last(fault);
        victim.resume();
        over(fault, victim.name());
    }

    private void cut(Fault fault) throws InterruptedException {
        TorturedService victim = system.services().get(3 + fault.target() % 3);
        Route route = Objects.requireNonNull(victim.route());
        if (fault.kind() != FaultKind.CUT_DATABASE) route.cutKafka();
        if (fault.kind() != FaultKind.CUT_KAFKA) route.cutDatabase();
        did(fault, victim.name());
        last(fault);
        if (fault.kind() == FaultKind.FORGET) route.healForgetting();
        else route.heal();
        over(fault, victim.name());
    }

    private void roll(Fault fault) throws InterruptedException, IOException {
        did(fault, "all services");
        for (TorturedService service : system.services()) {
            service.stop();
            service.start();
            back(service, UP);
        }
        over(fault, "all services");
    }

    private void kill(Fault fault, BrokerProcess victim) throws InterruptedException, IOException {
        if (!victim.kill()) return;
        did(fault, victim.name());
        last(fault);
        victim.start();
        whole(fault, victim);
    }

    private void pause(Fault fault, BrokerProcess victim) throws InterruptedException, IOException {
        if (!victim.pause()) return;
        did(fault, victim.name());
        last(fault);
        victim.resume();
        whole(fault, victim);
    }

    private void whole(Fault fault, BrokerProcess back) throws InterruptedException, IOException {
        system.cluster().awaitAll();
        over(fault, back.name());
    }

    private void noBroker(Fault fault) throws InterruptedException, IOException {
        for (BrokerProcess broker : system.cluster().brokers()) broker.kill();
        did(fault, "all brokers");
        last(fault);
        for (BrokerProcess broker : system.cluster().brokers()) broker.start();
        system.cluster().awaitAll();
        over(fault, "all brokers");
    }

    private void killDatabase(Fault fault) throws InterruptedException, IOException {
        system.database().kill();
        did(fault, "PostgreSQL");
        last(fault);
        system.database().start();
        over(fault, "PostgreSQL");
    }

    private void undoAll() throws InterruptedException, IOException {
        for (TorturedService service : system.services()) {
            Route route = service.route();
            if (route != null) route.heal();
            service.resume();
        }
        for (BrokerProcess broker : system.cluster().brokers()) {
            broker.resume();
            if (!broker.isAlive()) broker.start();
        }
        system.cluster().awaitAll();
        for (TorturedService service : system.services()) {
            if (service.isWrong()) service.stop();
            if (!service.isAlive()) service.start();
        }
    }

    private TorturedService service(Fault fault) {
        return system.services().get(fault.target() % system.services().size());
    }

    private static void last(Fault fault) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(fault.lasts().toMillis());
    }

    private void did(Fault fault, String whom) {
        synchronized (done) {
            done.merge(fault.kind(), 1, Integer::sum);
        }
        say(fault.kind().words() + ": " + whom);
    }

    private void over(Fault fault, String whom) {
        say(fault.kind().words() + ": " + whom + " is back");
    }

    private void say(String words) {
        Instant now = Instant.now();
        out.printf(
                Locale.ROOT,
                "  %s  %6.1f s  %s%n",
                now.truncatedTo(ChronoUnit.MILLIS),
                Duration.between(begin, now).toMillis() / 1000.0,
                words);
    }
}
