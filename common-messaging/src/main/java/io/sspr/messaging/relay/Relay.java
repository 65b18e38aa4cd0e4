package io.sspr.messaging.relay;

import io.sspr.messaging.outbox.Outbox;
import io.sspr.messaging.relay.RelayStatus.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox, on one thread. Each batch is one Kafka transaction that also holds a checkpoint with its number;
 * then one statement deletes its rows and stores the number. After any crash the number on the log says whether the
 * batch before was published, so nothing is published twice and nothing is left out.
 */
public final class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration STANDBY_LOOK = Duration.ofMillis(500);

    private final RelayPlan plan;
    private final DataSource dataSource;
    private final RelayMeters meters;
    private final Consumer<RelayStep> steps;
    /** The process first, for operators who ask the lease who relays. */
    private final String holder = ProcessHandle.current().pid() + " " + UUID.randomUUID();

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile RelayStatus status = new RelayStatus(State.OFF, "not started");
    private boolean rowByRow;
    private Duration pause = SHORTEST_PAUSE;

    /** Does nothing yet. */
    public Relay(RelayPlan plan, DataSource dataSource, RelayMeters meters) {
        this(plan, dataSource, meters, step -> {});
    }

    /** Tells each step, at any of which it may be killed by an Error. */
    Relay(RelayPlan plan, DataSource dataSource, RelayMeters meters, Consumer<RelayStep> steps) {
        this.plan = plan;
        this.dataSource = dataSource;
        this.meters = meters;
        this.steps = steps;
        this.thread = new Thread(this::run, plan.transactionalId() + "-relay");
        thread.setDaemon(true);
    }

    /** Starts its thread. */
    public void start() {
        become(State.STANDBY, "It is starting.");
        thread.start();
    }

    /** How it is doing. */
    public RelayStatus status() {
        RelayStatus last = status;
        boolean ended = last.state() == State.OFF || last.state() == State.STOPPED;
        return ended || thread.isAlive() ? last : new RelayStatus(State.STOPPED, "The relay's thread has died.");
    }

    /** Stops after the batch at hand and lets others take over at once. */
    public void stop() {
        stop.countDown();
        Thread waker = new Thread(this::wake, thread.getName() + "-waker");
        waker.setDaemon(true);
        waker.start();
        try {
            thread.join(plan.lease().toMillis() + LONGEST_PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its thread may be listening; without this it would hear of the stop a second later. */
    private void wake() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("notify " + Outbox.CHANNEL);
        } catch (SQLException e) {
            log.debug("Relay could not be woken for its stop: {}", e.getSQLState());
        }
    }

    private void run() {
        while (isRunning()) {
            try {
                lead();
            } catch (RelayStopped e) {
                become(State.STOPPED, e.sentence());
                return;
            } catch (RowRefused e) {
                become(State.BLOCKED, e.sentence());
                rowByRow = true;
            } catch (Error e) {
                become(
                        State.STOPPED,
                        "The relay's thread has died of " + e.getClass().getSimpleName() + ".");
                throw e;
            } catch (SQLException | RuntimeException e) {
                // Whether the last batch was published is not known now; the checkpoint will tell.
                if (isRunning())
                    become(
                            State.TROUBLE,
                            "The relay starts again after " + e.getClass().getSimpleName() + ".");
            }
            waitFor(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        become(State.OFF, "stopped");
    }

    private void lead() throws SQLException {
        try (RelaySession session = new RelaySession(dataSource)) {
            Optional<Lease> taken = Lease.take(session.jdbc(), holder, plan.lease());
            while (taken.isEmpty() && isRunning()) {
                become(State.STANDBY, "another instance relays");
                waitFor(STANDBY_LOOK);
                taken = Lease.take(session.jdbc(), holder, plan.lease());
            }
            if (taken.isEmpty()) return;
            Lease lease = taken.get();
            new Leadership(plan, new KafkaLog(plan), meters, steps, session, lease)
                    .last(this::isRunning, rowByRow, () -> {
                        rowByRow = false;
                        become(State.LEADING, "relays in epoch " + lease.epoch());
                    });
        }
    }

    private void become(State state, String sentence) {
        if (state == State.LEADING) pause = SHORTEST_PAUSE;
        RelayStatus now = new RelayStatus(state, sentence);
        if (now.equals(status)) return;
        status = now;
        if (state == State.STOPPED || state == State.BLOCKED) log.error("Relay: {}", sentence);
        else if (state == State.TROUBLE) log.warn("Relay: {}", sentence);
        else log.info("Relay: {}", sentence);
    }

    private boolean isRunning() {
        return stop.getCount() > 0;
    }

    private void waitFor(Duration pause) {
        try {
            // Whichever way it ends, the loop looks whether it is to go on.
            boolean ignored = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }
}
