package io.sspr.messaging.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Headers of a record as one piece of bytes for a column. Not text, because a stranger's header may hold anything, even
 * what no text column takes.
 */
public final class HeaderBytes {

    private HeaderBytes() {}

    /** Count, then for each header length and bytes of its name and of its value; a null value has the length -1. */
    public static byte[] write(Headers headers) {
        int size = Integer.BYTES;
        for (Header header : headers) size += 2 * Integer.BYTES + name(header).length + length(header.value());
        ByteBuffer bytes = ByteBuffer.allocate(size);
        bytes.putInt(headers.toArray().length);
        for (Header header : headers) {
            byte[] name = name(header);
            bytes.putInt(name.length).put(name);
            if (header.value() == null) bytes.putInt(-1);
            else bytes.putInt(header.value().length).put(header.value());
        }
        return bytes.array();
    }

    /** The headers again. */
    public static Headers read(byte[] column) {
        ByteBuffer bytes = ByteBuffer.wrap(column);
        RecordHeaders headers = new RecordHeaders();
        int count = bytes.getInt();
        for (int i = 0; i < count; i++) {
            String name = new String(take(bytes, bytes.getInt()), StandardCharsets.UTF_8);
            int length = bytes.getInt();
            if (length < 0) headers.add(name, null);
            else headers.add(name, take(bytes, length));
        }
        return headers;
    }

    private static byte[] take(ByteBuffer bytes, int length) {
        byte[] part = new byte[length];
        bytes.get(part);
        return part;
    }

    private static byte[] name(Header header) {
        return header.key().getBytes(StandardCharsets.UTF_8);
    }

    private static int length(byte[] value) {
        return value == null ? 0 : value.length;
    }
}
