package io.sspr.quickstart.broker;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka ends the JVM when it meets data it cannot read. While it starts, that becomes a failure of the start, to be told in a
 * sentence; later (a full disk) it ends the JVM at once, as Kafka means it to, and the next start repairs.
 */
final class KafkaExit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaExit.class);

    private final CompletableFuture<Void> wanted = new CompletableFuture<>();
    private volatile boolean started;

    private KafkaExit() {}

    static KafkaExit guardStart() {
        KafkaExit guard = new KafkaExit();
        Exit.setExitProcedure(guard::leave);
        Exit.setHaltProcedure(guard::leave);
        return guard;
    }

    /** Fails as soon as Kafka wants to end the JVM during its start. */
    CompletableFuture<Void> wanted() {
        return wanted;
    }

    void started() {
        started = true;
    }

    private void leave(int status, @Nullable String message) {
        String reason = message == null ? "it gave up; the log says why" : message;
        if (started) {
            LOG.error("Kafka had to stop: {}", reason);
            Runtime.getRuntime().halt(status);
        }
        IllegalStateException failure = new IllegalStateException(reason);
        wanted.completeExceptionally(failure);
        throw failure;
    }

    @Override
    public void close() {
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
    }
}
