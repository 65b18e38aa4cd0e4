package io.sspr.messaging.relay;

import io.sspr.messaging.wire.HeaderBytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A row of the outbox on its way to Kafka. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PendingRow(
        long id, String topic, byte @Nullable [] key, byte[] headers, byte @Nullable [] payload, long ageMillis) {

    static PendingRow of(ResultSet row, int number) throws SQLException {
        return new PendingRow(
                row.getLong("id"),
                row.getString("topic"),
                row.getBytes("record_key"),
                row.getBytes("headers"),
                row.getBytes("payload"),
                row.getLong("age"));
    }

    ProducerRecord<byte[], byte[]> record() {
        return new ProducerRecord<>(topic, null, key, payload, HeaderBytes.read(headers));
    }
}
