package io.sspr.messaging.consume;

import io.sspr.messaging.handle.BatchProcessor;
import io.sspr.messaging.handle.Trouble;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Reads the topics of one consumer group; used by the consumer's thread. */
final class TopicReader implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);

    private final Positions positions;
    private final CopiesBarrier barrier;
    private final BatchProcessor processor;
    private final Assigned assigned;
    private final Patience patience;
    private volatile boolean joined;

    TopicReader(Positions positions, CopiesBarrier barrier, BatchProcessor processor, Patience patience) {
        this.positions = positions;
        this.barrier = barrier;
        this.processor = processor;
        this.assigned = new Assigned(positions);
        this.patience = patience;
    }

    /** Whether it is a member of its group, as far as it knows. */
    boolean isJoined() {
        return joined;
    }

    Assigned assigned() {
        return assigned;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> polled, @Nullable Consumer<?, ?> consumer) {
        if (consumer == null) throw new IllegalStateException("spring-kafka gives batch listeners the consumer");
        barrier.check(consumer);
        PolledBatch batch = new PolledBatch(positions, assigned, consumer, polled);
        processor.process(batch.records(), batch);
        assigned.advanceOverNothing(consumer);
        patience.restore();
    }

    /** Nothing came for a while. */
    void onIdle(Consumer<?, ?> consumer) {
        try {
            barrier.check(consumer);
            assigned.advanceOverNothing(consumer);
            patience.restore();
        } catch (RuntimeException e) {
            recover(consumer, e);
        }
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        barrier.raise();
        // Without a position the consumer could not go on; so it stays here until the database answers. The group
        // waits for max.poll.interval.ms and then goes on without us, as it should.
        while (!patience.isOver()) {
            try {
                assigned.settle(consumer, partitions);
                joined = true;
                return;
            } catch (RuntimeException e) {
                patience.tax(e);
            }
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assigned.revoke(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        joined = false;
        assigned.revoke(partitions);
    }

    /** Whatever failed is read again from where the database says, after a pause. */
    void recover(Consumer<?, ?> consumer, @Nullable Throwable problem) {
        if (!(problem instanceof PositionsMoved)) patience.tax(problem);
        if (patience.isOver()) return;
        try {
            assigned.settle(consumer, consumer.assignment());
        } catch (RuntimeException e) {
            log.debug("Positions cannot be read now: {}", Trouble.describe(e));
            assigned.rewind(consumer);
        }
    }
}
