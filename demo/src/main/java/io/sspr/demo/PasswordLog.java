package io.sspr.demo;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an enterprise system sees: each account's password changes from now on. */
final class PasswordLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordLog.class);

    /** One change as it was told. */
    record Change(Cause cause, long version, @Nullable Long keySequence) {}

    private final Map<UUID, List<Change>> changes = new HashMap<>();
    private final LogReader log;

    PasswordLog(String bootstrap) {
        this.log = LogReader.start(bootstrap, LogReader.PASSWORD_EVENTS, LogReader.Begin.NOW, this::take);
    }

    /** Waits until a new account has as many changes; they must be these, with versions and sequence 1, 2, 3 ... */
    synchronized void await(UUID account, List<Cause> causes, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (told(account).size() < causes.size() && System.nanoTime() < deadline) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the log", e);
            }
        }
        List<Change> expected = new ArrayList<>();
        for (Cause cause : causes) expected.add(new Change(cause, expected.size() + 1L, expected.size() + 1L));
        Steps.require(told(account).equals(expected), "the log tells " + told(account) + " and not " + expected);
    }

    private List<Change> told(UUID account) {
        return changes.getOrDefault(account, List.of());
    }

    private synchronized void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            if (envelope.message() instanceof PasswordChanged changed) {
                List<Change> told = changes.computeIfAbsent(changed.accountId(), id -> new ArrayList<>());
                told.add(new Change(changed.cause(), changed.version(), envelope.keySequence()));
                notifyAll();
            }
        } catch (Undecodable e) {
            LOG.warn("{}-{}@{}: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
