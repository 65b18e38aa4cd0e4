package io.sspr.torture.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Draws from a seed what is done to which part, when, and for how long. There are two lanes, of the services and of what they
 * stand on: within a lane one fault follows another, between them they overlap. Each lane deals its kinds like cards, so that
 * all have their turn before one comes again too often.
 */
public final class FaultPlan {

    private static final List<FaultKind> SERVICES = List.of(
            FaultKind.KILL_RELAY,
            FaultKind.KILL_SERVICE,
            FaultKind.KILL_RELAY,
            FaultKind.KILL_SERVICE,
            FaultKind.PAUSE_SERVICE,
            FaultKind.PAUSE_RELAY,
            FaultKind.CUT_KAFKA,
            FaultKind.CUT_DATABASE,
            FaultKind.CUT_BOTH,
            FaultKind.FORGET,
            FaultKind.WRONG_CLOCK,
            FaultKind.ROLLING_RESTART);

    private static final List<FaultKind> GROUND = List.of(
            FaultKind.KILL_LEADER,
            FaultKind.KILL_DATABASE,
            FaultKind.KILL_CONTROLLER,
            FaultKind.PAUSE_LEADER,
            FaultKind.KILL_DATABASE,
            FaultKind.NO_BROKER);

    /** A batch takes about as long from its first record on the log to the deletion of its rows. */
    private static final long BATCH_MICROS = 10_000;
    /** A lease lasts 5 s, a session of a consumer 6 s, one of a broker 4 s. */
    private static final long SHORTEST_PAUSE = 7_000;

    private static final long LONGEST_PAUSE = 14_000;
    private static final long SHORTEST_OUTAGE = 5_000;
    private static final long LONGEST_OUTAGE = 120_000;

    private final SplittableRandom random;
    private final Duration length;
    private final Duration between;
    private final Set<FaultKind> kinds;

    private FaultPlan(long seed, Duration length, Duration between, Set<FaultKind> kinds) {
        this.random = new SplittableRandom(seed);
        this.length = length;
        this.between = between;
        this.kinds = kinds;
    }

    /** Two lanes of that length, with that mean time from the end of a fault to the next one. */
    static List<List<Fault>> draw(long seed, Duration length, Duration between, Set<FaultKind> kinds) {
        FaultPlan plan = new FaultPlan(seed, length, between, kinds);
        return List.of(plan.lane(SERVICES, 1), plan.lane(GROUND, 2));
    }

    /** All kinds. */
    public static Set<FaultKind> everything() {
        return EnumSet.allOf(FaultKind.class);
    }

    private List<Fault> lane(List<FaultKind> deck, int slower) {
        List<Fault> faults = new ArrayList<>();
        List<FaultKind> wanted = deck.stream().filter(kinds::contains).toList();
        if (wanted.isEmpty()) return faults;
        List<FaultKind> hand = new ArrayList<>();
        long mean = between.toMillis() * slower;
        long at = random.nextLong(mean / 4, mean);
        while (at < length.toMillis()) {
            if (hand.isEmpty()) hand.addAll(shuffled(wanted));
            Fault fault = fault(Duration.ofMillis(at), hand.remove(0));
            faults.add(fault);
            at += fault.lasts().toMillis() + random.nextLong(mean / 4, mean * 7 / 4);
        }
        return faults;
    }

    private Fault fault(Duration at, FaultKind kind) {
        return new Fault(
                at,
                kind,
                random.nextInt(6),
                Duration.ofMillis(lasts(kind)),
                Duration.ofNanos(random.nextLong(BATCH_MICROS) * 1_000),
                Duration.ofSeconds(random.nextLong(20, 90) * (random.nextBoolean() ? 1 : -1)));
    }

    private long lasts(FaultKind kind) {
        return switch (kind) {
            case KILL_SERVICE, KILL_RELAY, WRONG_CLOCK, KILL_LEADER, KILL_CONTROLLER, KILL_DATABASE ->
                random.nextLong(200, 4_000);
            case PAUSE_SERVICE, PAUSE_RELAY, PAUSE_LEADER, CUT_KAFKA, CUT_DATABASE, CUT_BOTH, FORGET ->
                random.nextLong(SHORTEST_PAUSE, LONGEST_PAUSE);
            // A twentieth of the run, more or less: 20 to 40 s of ten minutes.
            case NO_BROKER ->
                Math.max(
                        SHORTEST_OUTAGE,
                        Math.min(LONGEST_OUTAGE, length.toMillis() / 20 * random.nextLong(67, 133) / 100));
            case ROLLING_RESTART -> 1;
        };
    }

    private List<FaultKind> shuffled(List<FaultKind> deck) {
        record Card(FaultKind kind, long rank) {}
        return deck.stream()
                .map(kind -> new Card(kind, random.nextLong()))
                .sorted(Comparator.comparingLong(Card::rank))
                .map(Card::kind)
                .toList();
    }
}
