package io.sspr.notification.delivery;

import io.sspr.messaging.handle.Trouble;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what is owed: at once when it is woken, and once a sweep what is due again or was left by an instance that died.
 * Its claims are renewed while it works on them, so that a slow server never makes two instances send one
 * message. There is one for each channel.
 */
class DeliverySender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliverySender.class);
    private static final Duration LAST_MESSAGES = Duration.ofSeconds(15);

    private record Threads(ThreadPoolExecutor senders, ScheduledExecutorService sweeper, Future<?> sweeps) {}

    private final Deliveries deliveries;
    private final DeliveryAttempts attempts;
    private final Couriers couriers;
    private final DeliveryProperties properties;
    private final Map<UUID, Claim> underWay = new ConcurrentHashMap<>();
    private volatile @Nullable Threads threads;

    DeliverySender(Deliveries deliveries, DeliveryAttempts attempts, Couriers couriers, DeliveryProperties properties) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.couriers = couriers;
        this.properties = properties;
    }

    /** Something is due; returns at once. */
    private void wake() {
        Threads running = threads;
        if (running != null) running.senders().execute(this::sendAll);
    }

    @Override
    public void start() {
        int count = properties.senders();
        String name = couriers.channel().name().toLowerCase(Locale.ROOT);
        // One run waits while all threads are busy, and that is enough: it starts after the commit it was asked for.
        ThreadPoolExecutor senders = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                named(name + "-sender"),
                new ThreadPoolExecutor.DiscardPolicy());
        ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(named(name + "-sweeper"));
        long millis = properties.sweep().toMillis();
        Future<?> sweeps = sweeper.scheduleWithFixedDelay(this::sweep, millis, millis, TimeUnit.MILLISECONDS);
        threads = new Threads(senders, sweeper, sweeps);
        deliveries.whenOwed(couriers.channel(), this::wake);
        wake();
    }

    /** Lets the messages that are under way end; what it does not wait for, another instance takes up. */
    @Override
    public void stop() {
        Threads stopping = threads;
        if (stopping == null) return;
        threads = null;
        stopping.senders().shutdown();
        try {
            if (!stopping.senders().awaitTermination(LAST_MESSAGES.toSeconds(), TimeUnit.SECONDS))
                log.warn("{} messages are still under way", underWay.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopping.sweeps().cancel(false);
        stopping.senders().shutdownNow();
        stopping.sweeper().shutdownNow();
        couriers.close();
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    private void sweep() {
        try {
            couriers.rest();
            underWay.values().forEach(deliveries::renew);
        } catch (RuntimeException e) {
            log.warn("Claims could not be renewed, the next sweep tries again: {}", Trouble.describe(e));
        }
        wake();
    }

    private void sendAll() {
        try (Courier courier = couriers.courier()) {
            Optional<Claim> claim = next();
            while (claim.isPresent()) {
                send(claim.get(), courier);
                claim = next();
            }
        } catch (RuntimeException e) {
            log.warn("Sending stopped, the next sweep tries again: {}", Trouble.describe(e));
        }
    }

    private Optional<Claim> next() {
        return isRunning() ? deliveries.claim(couriers.channel()) : Optional.empty();
    }

    private void send(Claim claim, Courier courier) {
        underWay.put(claim.delivery().id(), claim);
        try {
            attempts.attempt(claim, courier);
        } finally {
            underWay.remove(claim.delivery().id(), claim);
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
