package io.sspr.simulation.service;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.seal.AssertionVerifier;
import io.sspr.messaging.Handler;
import io.sspr.messaging.consume.SimulatedReader;
import io.sspr.messaging.handle.BatchProcessor;
import io.sspr.messaging.handle.Handling;
import io.sspr.messaging.handle.HandlingMeters;
import io.sspr.messaging.handle.ParkedClaims;
import io.sspr.messaging.handle.ParkedRequests;
import io.sspr.messaging.intake.Grants;
import io.sspr.messaging.intake.HandlerTable;
import io.sspr.messaging.intake.Intake;
import io.sspr.messaging.intake.SealedContent;
import io.sspr.messaging.intake.SignedInPerson;
import io.sspr.messaging.outbox.Outbox;
import io.sspr.messaging.relay.SimulatedRelay;
import io.sspr.registration.policy.PolicyProperties;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** One instance of a service, as a process would hold it; when it is killed another one takes its place. */
public final class Instance {

    private static final Duration PARK_TIME = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private record Timer(Object part, Method method) {}

    private final String name;
    private final SimulatedService service;
    private final Clock clock;
    private final Handling handling;
    private final BatchProcessor processor;
    private final @Nullable SimulatedReader copies;
    private final SimulatedReader work;
    private final SimulatedRelay relay;
    private final List<Timer> timers = new ArrayList<>();

    Instance(SimulatedService service, String name) {
        this.name = name;
        this.service = service;
        this.clock = service.clock();
        Service which = service.service();
        DataSource dataSource = service.database().dataSource();
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        SecureRandom random = new SecureRandom();
        Outbox outbox = new Outbox(jdbc, service.clients());
        handling = new Handling(
                which,
                jdbc,
                new SimulatedTransactions(dataSource, point -> service.between().at(point, this)),
                outbox,
                new HandlingMeters(new SimpleMeterRegistry()),
                clock,
                random,
                PARK_TIME,
                new SameThread());
        Assembly assembly = assembly(which, jdbc, random);
        processor = handling.processor(intake(which, assembly), TRIES);
        assembly.all(SmartLifecycle.class).forEach(SmartLifecycle::start);
        List<String> copied = Topics.copiedBy(which);
        copies = copied.isEmpty() ? null : reader("copies", jdbc, copied, List.of());
        work = reader("work", jdbc, Topics.workedBy(which, service.clients()), copied);
        relay = new SimulatedRelay(
                which,
                dataSource,
                name,
                service.log(),
                20,
                LEASE,
                step -> service.between().at(Point.valueOf(step), this));
        for (Class<?> part : assembly.parts())
            for (Method method : part.getDeclaredMethods())
                if (method.isAnnotationPresent(Scheduled.class)) {
                    method.setAccessible(true);
                    timers.add(new Timer(assembly.get(part), method));
                }
    }

    private SimulatedReader reader(String purpose, JdbcTemplate jdbc, List<String> topics, List<String> behind) {
        return new SimulatedReader(name + "." + purpose, jdbc, processor, service.log(), topics, behind);
    }

    private Assembly assembly(Service which, JdbcTemplate jdbc, SecureRandom random) {
        Assembly assembly = new Assembly("io.sspr." + which.shortName());
        assembly.give(jdbc);
        assembly.give(JdbcClient.create(jdbc));
        assembly.give(service.keys().material());
        assembly.give(clock);
        assembly.give(random);
        assembly.give(handling.transactions());
        assembly.give(new SimpleMeterRegistry());
        assembly.give(service.keys().hasher());
        assembly.give(new PolicyProperties(service.keys().policy().toString()));
        return assembly;
    }

    private Intake intake(Service which, Assembly assembly) {
        AssertionVerifier verifier = service.keys().material().assertionVerifier();
        List<Handler<?, ?>> handlers = new ArrayList<>();
        for (Handler<?, ?> handler : assembly.all(Handler.class)) handlers.add(handler);
        return new Intake(
                which,
                new HandlerTable(which, handlers),
                new Grants(which, service.clients()),
                new SignedInPerson(verifier, which.principal()),
                new SealedContent(service.keys().opener(which), which.principal()),
                clock);
    }

    /** Reads a little of the state topics that it copies, or of its work. */
    public void read(Random random, int most) {
        if (copies != null && copies.isBehind() && random.nextInt(3) > 0) copies.poll(random, most);
        else work.poll(random, most);
    }

    /** Whether there is anything left to read. */
    public boolean isBehind() {
        return work.isBehind() || (copies != null && copies.isBehind());
    }

    /** Relays so many batches, if it leads or can. */
    public void relay(int batches) {
        try {
            relay.turn(batches);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tries again what was parked and is due. */
    public void sweepParked() {
        List<ParkedRequests.Row> rows = handling.parked().due(clock.instant(), Duration.ofSeconds(2), 100);
        if (rows.isEmpty()) return;
        processor.process(
                rows.stream().map(row -> row.request().record()).toList(), new ParkedClaims(handling.parked(), rows));
    }

    /** What the service does by its timers. */
    public void sweep() {
        for (Timer timer : timers) {
            try {
                timer.method().invoke(timer.part());
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) throw error;
                if (e.getCause() instanceof RuntimeException fault) throw fault;
                throw new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Whose it is. */
    public SimulatedService service() {
        return service;
    }

    @Override
    public String toString() {
        return name;
    }
}
