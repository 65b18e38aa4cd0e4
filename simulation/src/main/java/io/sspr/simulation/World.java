package io.sspr.simulation;

import io.sspr.contract.Client;
import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topic;
import io.sspr.contract.Topics;
import io.sspr.simulation.actors.Administration;
import io.sspr.simulation.actors.FrontEnds;
import io.sspr.simulation.actors.Letters;
import io.sspr.simulation.log.SimulatedLog;
import io.sspr.simulation.service.Instance;
import io.sspr.simulation.service.Keys;
import io.sspr.simulation.service.Killed;
import io.sspr.simulation.service.Point;
import io.sspr.simulation.service.SeededRandom;
import io.sspr.simulation.service.SimulatedService;
import io.sspr.simulation.service.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Two services with two instances each, the log between them, and what goes wrong, all of it drawn from one seed. */
public final class World {

    /** How wrong a service's clock can be. */
    public static final Duration MOST_OFF = Duration.ofMillis(1500);

    private static final Keys KEYS = Keys.make(ContractJson.write(Administration.first()));
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<Client> CLIENTS = clients();

    private final Random random;
    private final VirtualClock clock = new VirtualClock(BEGIN);
    private final SimulatedLog log = new SimulatedLog(clock.off(Duration.ZERO));
    private final Map<Service, SimulatedService> services = new EnumMap<>(Service.class);
    private final List<Instance> instances = new ArrayList<>();
    private final Map<Service, Instant> downUntil = new EnumMap<>(Service.class);
    private final FrontEnds frontEnds;
    private final Letters letters;
    private final Faults faults;
    private final List<Consumer<SimulatedService>> watchers = new ArrayList<>();
    private boolean calm = true;
    private int depth;
    private long kills;

    /** Everything is up, nobody is known yet. */
    public World(long seed, Faults faults) {
        SeededRandom.begin(seed);
        random = new Random(seed);
        this.faults = faults;
        for (Topic topic : Topics.all(CLIENTS)) log.create(topic.name(), topic.partitions());
        frontEnds = new FrontEnds(log, KEYS, clock.off(Duration.ZERO));
        letters = new Letters(log, KEYS);
        for (Service service : List.of(Service.REGISTRATION, Service.RESET)) services.put(service, made(service));
    }

    /** Starts the instances; apart, so that whoever checks can watch from the beginning. */
    void start() {
        for (SimulatedService service : services.values()) for (int i = 0; i < 2; i++) instances.add(service.start());
    }

    /** Told after each commit, before anything else happens. */
    void watch(Consumer<SimulatedService> watcher) {
        watchers.add(watcher);
    }

    private static List<Client> clients() {
        Set<MessageType> all = EnumSet.noneOf(MessageType.class);
        for (MessageType type : MessageType.values()) if (type.isRequest()) all.add(type);
        return Keys.CLIENTS.stream().map(name -> new Client(name, all)).toList();
    }

    private SimulatedService made(Service service) {
        long most = MOST_OFF.toMillis();
        Duration off = Duration.ofMillis(random.nextLong(-most, most));
        return new SimulatedService(
                service, clock.off(Duration.ZERO), clock.off(off), log, KEYS, CLIENTS, this::between);
    }

    /** One step of the services: something is read, relayed or swept, or time goes on. */
    void step() {
        int what = random.nextInt(100);
        if (what < 15) clock.advance(time());
        else if (!instances.isEmpty()) act(instances.get(random.nextInt(instances.size())), what);
        if (!calm) outages();
    }

    private Duration time() {
        int kind = random.nextInt(1000);
        if (calm || kind < 900) return Duration.ofMillis(random.nextInt(400));
        if (kind < 990) return Duration.ofSeconds(random.nextInt(20));
        if (kind < 999) return Duration.ofSeconds(random.nextInt(400));
        return Duration.ofMinutes(random.nextInt(90));
    }

    private void act(Instance instance, int what) {
        if (isDown(instance.service().service())) return;
        try {
            if (what < 65) instance.read(random, 4);
            else if (what < 88) instance.relay(1 + random.nextInt(2));
            else if (what < 96) instance.sweepParked();
            else instance.sweep();
        } catch (Killed e) {
            replace(instance);
        } catch (ProducerFencedException e) {
            // Another relay leads; the next turn takes the lease anew.
        } catch (IllegalStateException e) {
            if (!"another relay leads".equals(e.getMessage())) throw e;
        }
    }

    /** What comes between two steps of an instance. */
    private void between(Point point, Instance instance) {
        if (point == Point.AFTER_COMMIT) tell(instance.service());
        if (calm || depth > 0) return;
        int what = random.nextInt(1000);
        if (what < faults.killsPerThousand()) throw new Killed(point);
        // Not within a transaction: what others see then PostgreSQL's locks decide, which are not simulated.
        if (point != Point.BEFORE_COMMIT && what >= 1000 - faults.othersPerThousand()) others(instance);
    }

    private void tell(SimulatedService service) {
        try {
            for (Consumer<SimulatedService> watcher : watchers) watcher.accept(service);
        } catch (RuntimeException e) {
            // A handler's fault would be tried again; this is none.
            throw new AssertionError("The check itself is at fault.", e);
        }
    }

    /** The other instances of the service go on while this one hangs, perhaps for so long that its lease is over. */
    private void others(Instance hanging) {
        depth++;
        try {
            if (random.nextBoolean()) clock.advance(Duration.ofSeconds(6));
            for (Instance other : List.copyOf(instances))
                if (other != hanging && other.service() == hanging.service())
                    for (int i = 0; i < 3; i++) act(other, 15 + random.nextInt(85));
        } finally {
            depth--;
        }
    }

    private void replace(Instance dead) {
        kills++;
        instances.remove(dead);
        int before = depth;
        depth = 1;
        instances.add(dead.service().start());
        depth = before;
    }

    private void outages() {
        if (random.nextInt(4000) > 0) return;
        Service service = random.nextBoolean() ? Service.REGISTRATION : Service.RESET;
        downUntil.put(service, clock.now().plusSeconds(random.nextInt(1200)));
    }

    private boolean isDown(Service service) {
        Instant until = downUntil.get(service);
        return !calm && until != null && clock.now().isBefore(until);
    }

    /** From now on nothing goes wrong, or things do. */
    void calm(boolean calm) {
        this.calm = calm;
    }

    /** Whether anything is still on its way. */
    boolean isBusy() {
        for (Instance instance : instances) if (instance.isBehind()) return true;
        for (SimulatedService service : services.values())
            if (service.database().size("outbox") > 0 || service.database().size("parked") > 0) return true;
        return false;
    }

    /** What is still on its way, for people. */
    String unfinished() {
        List<String> left = new ArrayList<>();
        for (Instance instance : instances) if (instance.isBehind()) left.add(instance + " is behind");
        for (SimulatedService service : services.values())
            for (String table : List.of("outbox", "parked"))
                left.add(service.database().size(table) + " in " + table + " of "
                        + service.service().shortName());
        return String.join(", ", left);
    }

    SimulatedService service(Service service) {
        SimulatedService found = services.get(service);
        if (found == null) throw new IllegalStateException("no " + service);
        return found;
    }

    VirtualClock clock() {
        return clock;
    }

    SimulatedLog log() {
        return log;
    }

    FrontEnds frontEnds() {
        return frontEnds;
    }

    Letters letters() {
        return letters;
    }

    Random random() {
        return random;
    }

    static Keys keys() {
        return KEYS;
    }

    long kills() {
        return kills;
    }
}
