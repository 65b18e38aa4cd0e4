package io.sspr.browser;

import io.sspr.live.LiveSystem;
import io.sspr.live.SamplePerson;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * People for tests, each for one: made ahead and at the same time, while a browser is busy with the one before, for each needs
 * a dozen requests, some of them slow on purpose.
 */
final class People {

    private static final int READY = 2;
    private static final int AT_ONCE = 2;

    /** What they have. */
    enum Kind {
        /** An address and an authenticator app, in English. */
        REGISTERED,
        /** The same in Slovenian. */
        SLOVENIAN,
        /** A password and nothing else. */
        NEW
    }

    private final LiveSystem system;
    private final Map<Kind, Queue<CompletableFuture<SamplePerson>>> ready = new EnumMap<>(Kind.class);
    private final ExecutorService makers = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "people");
        thread.setDaemon(true);
        return thread;
    });

    People(LiveSystem system) {
        this.system = system;
    }

    /** Begins to make some of each. */
    synchronized void prepare() {
        for (int i = 0; i < READY; i++) for (Kind kind : Kind.values()) make(kind);
    }

    /** Somebody whom no test has met. */
    synchronized SamplePerson one(Kind kind) {
        make(kind);
        return ready(kind).remove().join();
    }

    private void make(Kind kind) {
        ready(kind).add(CompletableFuture.supplyAsync(() -> made(kind), makers));
    }

    private SamplePerson made(Kind kind) {
        return switch (kind) {
            case REGISTERED -> SamplePerson.registered(system, "en");
            case SLOVENIAN -> SamplePerson.registered(system, "sl");
            case NEW -> SamplePerson.withPassword(system, "en");
        };
    }

    private Queue<CompletableFuture<SamplePerson>> ready(Kind kind) {
        return ready.computeIfAbsent(kind, any -> new ArrayDeque<>());
    }
}
