package io.sspr.audit.log;

import io.sspr.audit.finding.Place;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.Undecodable;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands on the log.
 *
 * @param place where
 * @param timestamp the record's own, in milliseconds: when it was sent, or appended
 * @param key empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, and never compared
public record Entry(Place place, long timestamp, String key, List<Header> headers, byte @Nullable [] value) {

    static Entry of(ConsumerRecord<String, byte[]> record) {
        return new Entry(
                new Place(record.topic(), record.partition(), record.offset()),
                record.timestamp(),
                record.key() == null ? "" : record.key(),
                List.of(record.headers().toArray()),
                record.value());
    }

    /** A header as text; empty if it is not there. */
    public String header(String name) {
        for (Header header : headers)
            if (header.key().equals(name) && header.value() != null)
                return new String(header.value(), StandardCharsets.UTF_8);
        return "";
    }

    /** The message; throws what is wrong with it. */
    public Envelope<Message> decode() throws Undecodable {
        return MessageCodec.decode(headers, value);
    }

    /** To put it aside. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(768);
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeUTF(place.topic());
            out.writeShort(place.partition());
            out.writeLong(place.offset());
            out.writeLong(timestamp);
            write(out, key.getBytes(StandardCharsets.UTF_8));
            out.writeShort(headers.size());
            for (Header header : headers) {
                write(out, header.key().getBytes(StandardCharsets.UTF_8));
                write(out, header.value());
            }
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What was put aside. */
    public static Entry fromBytes(DataInputStream in) throws IOException {
        Place place = new Place(in.readUTF().intern(), in.readShort(), in.readLong());
        long timestamp = in.readLong();
        String key = new String(required(in), StandardCharsets.UTF_8);
        int count = in.readShort();
        List<Header> headers = new ArrayList<>(count);
        for (int i = 0; i < count; i++)
            headers.add(new RecordHeader(new String(required(in), StandardCharsets.UTF_8), read(in)));
        return new Entry(place, timestamp, key, headers, read(in));
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) out.write(bytes);
    }

    private static byte[] required(DataInputStream in) throws IOException {
        byte[] bytes = read(in);
        if (bytes == null) throw new IOException("put aside without its name");
        return bytes;
    }

    private static byte @Nullable [] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
