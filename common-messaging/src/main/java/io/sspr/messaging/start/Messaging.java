package io.sspr.messaging.start;

import io.sspr.messaging.broker.BrokerVersion;
import io.sspr.messaging.broker.TopicSetup;
import io.sspr.messaging.consume.Reading;
import io.sspr.messaging.handle.Trouble;
import io.sspr.messaging.relay.Relay;
import io.sspr.messaging.sweep.Sweeper;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts everything in order, in the background: a service whose broker is away starts all the same, says so in its
 * health and goes on when the broker is there.
 */
public final class Messaging implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Messaging.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> adminSettings;
    private final TopicSetup topics;
    private final int transactionVersion;
    private final Reading reading;
    private final Relay relay;
    private final Sweeper sweeper;
    private final KeyPublication keys;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread starter;
    private volatile String waitingFor = "not started";
    private volatile boolean running;

    Messaging(
            String name,
            Map<String, Object> adminSettings,
            TopicSetup topics,
            int transactionVersion,
            Reading reading,
            Relay relay,
            Sweeper sweeper,
            KeyPublication keys) {
        this.adminSettings = adminSettings;
        this.topics = topics;
        this.transactionVersion = transactionVersion;
        this.reading = reading;
        this.relay = relay;
        this.sweeper = sweeper;
        this.keys = keys;
        this.starter = new Thread(this::begin, name + "-start");
        starter.setDaemon(true);
    }

    /** What keeps it from having started, as a sentence; empty when it has. */
    public String waitingFor() {
        return waitingFor;
    }

    @Override
    public void start() {
        running = true;
        waitingFor = "It is starting.";
        starter.start();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        running = false;
        stop.countDown();
        try {
            starter.join(Duration.ofSeconds(15).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reading.stop();
        sweeper.stop();
        relay.stop();
        waitingFor = "It was stopped.";
    }

    private void begin() {
        while (running) {
            try {
                settle();
                if (running) startAll();
                return;
            } catch (InterruptedException e) {
                return;
            } catch (ExecutionException | RuntimeException e) {
                say(sentence(e));
                try {
                    if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) return;
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    private void settle() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(adminSettings)) {
            BrokerVersion.check(admin, transactionVersion);
            topics.settle(admin);
            reading.begin(admin);
        }
        keys.publish();
    }

    private void startAll() {
        try {
            relay.start();
            sweeper.start();
            reading.start();
            waitingFor = "";
            log.info("Messaging has started");
        } catch (RuntimeException e) {
            say("It could not start and must be restarted: " + Trouble.describe(e));
        }
    }

    private void say(String sentence) {
        if (!sentence.equals(waitingFor)) log.warn("Messaging cannot start yet: {}", sentence);
        waitingFor = sentence;
    }

    private static String sentence(Exception problem) {
        if (problem instanceof IllegalStateException && problem.getMessage() != null) return problem.getMessage();
        return "It waits for broker or database: " + Trouble.describe(problem);
    }
}
