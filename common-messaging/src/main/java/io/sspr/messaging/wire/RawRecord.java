package io.sspr.messaging.wire;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from Kafka, perhaps by way of the table of parked requests.
 *
 * @param appendedAt its timestamp, which on request topics is the broker's
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawRecord(
        String topic,
        int partition,
        long offset,
        Instant appendedAt,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers) {

    /** From a consumer. */
    public static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value(),
                record.headers());
    }

    /** Where it is, and nothing of what it holds. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
