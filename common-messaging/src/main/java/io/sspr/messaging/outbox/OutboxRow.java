package io.sspr.messaging.outbox;

import io.sspr.messaging.wire.RecordSize;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record to be, as the outbox keeps it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutboxRow(String topic, byte @Nullable [] key, Headers headers, byte @Nullable [] payload) {

    /** Upper bound of its bytes on the log. */
    public int size() {
        return RecordSize.of(key, payload, headers);
    }
}
