package io.sspr.messaging.relay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Publishes a batch and its checkpoint in one Kafka transaction; any exception makes it useless, and what happened unknown. */
final class BatchPublisher implements RelayLog.Publisher {

    /** What the broker or the client has against one record, whatever is tried. */
    private static final List<Class<? extends KafkaException>> AGAINST_A_RECORD = List.of(
            RecordTooLargeException.class,
            InvalidRecordException.class,
            InvalidTopicException.class,
            UnknownTopicOrPartitionException.class,
            TopicAuthorizationException.class);

    private final Producer<byte[], byte[]> producer;
    private final String checkpoints;
    private final Map<PendingRow, Future<RecordMetadata>> inFlight = new LinkedHashMap<>();

    /** Fences every earlier producer of the same transactional id, and ends what it left open. */
    BatchPublisher(Map<String, Object> settings, String checkpoints) {
        this.checkpoints = checkpoints;
        this.producer = new KafkaProducer<>(settings);
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the commit waits for all that was sent
    public void send(List<PendingRow> rows, Checkpoint checkpoint) {
        inFlight.clear();
        producer.beginTransaction();
        for (PendingRow row : rows) inFlight.put(row, producer.send(row.record()));
        producer.send(new ProducerRecord<>(checkpoints, 0, Checkpoint.KEY, checkpoint.json()));
    }

    @Override
    public void commit() {
        try {
            producer.commitTransaction();
        } catch (RuntimeException e) {
            inFlight.forEach(BatchPublisher::throwIfRefused);
            throw e;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static void throwIfRefused(PendingRow row, Future<RecordMetadata> sent) {
        if (!sent.isDone()) return;
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause())
                for (Class<?> type : AGAINST_A_RECORD) if (type.isInstance(cause)) throw new RowRefused(row, cause);
        }
    }
}
