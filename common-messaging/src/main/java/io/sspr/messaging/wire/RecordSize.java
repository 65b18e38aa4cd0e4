package io.sspr.messaging.wire;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** How large a record can get on the log, in bytes, never too small a guess (record batch format, magic 2). */
public final class RecordSize {

    private static final int BATCH = 61;
    /** Attributes and five numbers of at most 10 bytes each. */
    private static final int RECORD = 1 + 5 * 10;
    /** Two lengths of at most 5 bytes each. */
    private static final int HEADER = 10;

    private RecordSize() {}

    /** Upper bound of a batch of this record alone, uncompressed. */
    public static int of(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        int size = BATCH + RECORD + length(key) + length(value);
        for (Header header : headers)
            size += HEADER + header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value());
        return size;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
