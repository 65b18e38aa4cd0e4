package io.sspr.demo;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.state.Policy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator sees: the rules in force, as far as it has been read. */
public final class PolicyLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyLog.class);

    private final LogReader log;
    private @Nullable Policy newest;

    /** Reads on, on a thread of its own. */
    public PolicyLog(String bootstrap) {
        this.log = LogReader.start(bootstrap, Topics.POLICY::equals, LogReader.Begin.OLDEST, this::take);
    }

    /** The newest rules, as soon as they are newer than that. */
    public synchronized Policy newerThan(long version, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (newest == null || newest.version() <= version) {
            Steps.require(System.nanoTime() < deadline, "no rules after version " + version + " are on the log");
            try {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the rules", e);
            }
        }
        return newest;
    }

    private synchronized void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            if (envelope.message() instanceof Policy policy) newest = policy;
            notifyAll();
        } catch (Undecodable e) {
            LOG.warn("{}-{}@{}: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
