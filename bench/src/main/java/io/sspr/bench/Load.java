package io.sspr.bench;

import io.sspr.client.FrontEnd;
import io.sspr.demo.RandomPassword;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** People who reset, either so many at once or so many a second; nobody twice at the same time. */
final class Load implements AutoCloseable {

    private final FrontEnd portal;
    private final Queue<Account> free;
    private final ExecutorService executor;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final Set<OneReset> open = ConcurrentHashMap.newKeySet();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final Latencies latencies = new Latencies();
    private volatile boolean closedLoop;
    private volatile boolean stopped;
    private volatile long from = Long.MAX_VALUE;
    private volatile long to = Long.MAX_VALUE;

    Load(FrontEnd portal, List<Account> accounts, int threads) {
        this.portal = portal;
        this.free = new ConcurrentLinkedQueue<>(accounts);
        this.executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "load");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** So many at once: as soon as one has ended the next one begins. */
    void atOnce(int concurrency) {
        closedLoop = true;
        for (int i = 0; i < concurrency; i++) begin(System.nanoTime());
    }

    /** So many a second, whether the earlier ones have ended or not. */
    void atRate(double perSecond) {
        Thread thread = new Thread(
                () -> {
                    long first = System.nanoTime();
                    for (long i = 0; !stopped; i++) {
                        long intended = first + Math.round(i / perSecond * 1e9);
                        for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime())
                            LockSupport.parkNanos(left);
                        begin(intended);
                    }
                },
                "load-clock");
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on latencies count, of the resets that should begin from now on. */
    void measure() {
        from = System.nanoTime();
    }

    /** Of those that should begin later, no more. */
    void measureNoMore() {
        to = System.nanoTime();
    }

    /** No more begin; those that have begun go on to their end. Whether all ended in time. */
    boolean stop(Duration patience) throws InterruptedException {
        stopped = true;
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (running) {
            while (running.get() > 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) return false;
                TimeUnit.NANOSECONDS.timedWait(running, left);
            }
        }
        return true;
    }

    int running() {
        return running.get();
    }

    long begun() {
        return begun.get();
    }

    long ended() {
        return ended.get();
    }

    /** So many that should have begun before that moment, by {@link System#nanoTime()}, have not ended. */
    long openSince(long nanos) {
        return open.stream().filter(reset -> reset.intended() - nanos < 0).count();
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    Latencies latencies() {
        return latencies;
    }

    private void begin(long intended) {
        Account account = free.poll();
        if (account == null) {
            failures.add(new Failure("everybody is resetting already: more accounts are needed", null));
            return;
        }
        begun.incrementAndGet();
        running.incrementAndGet();
        OneReset reset = new OneReset(account, RandomPassword.make(), intended, portal, executor, this::ended);
        account.begins(reset);
        open.add(reset);
        reset.begin();
    }

    private void ended(OneReset reset, @Nullable Failure failure) {
        open.remove(reset);
        if (failure == null) {
            ended.incrementAndGet();
            free.add(reset.account());
            if (reset.intended() - from >= 0 && reset.intended() - to < 0)
                reset.took().forEach(latencies::add);
        } else {
            if (failure.isToldTooLate()) reset.account().isToldTooLate();
            failures.add(failure);
        }
        if (closedLoop && !stopped) begin(System.nanoTime());
        synchronized (running) {
            if (running.decrementAndGet() == 0) running.notifyAll();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
