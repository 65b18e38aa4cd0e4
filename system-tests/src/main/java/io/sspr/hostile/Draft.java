package io.sspr.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A message on its way from what somebody once sent to what nobody should. */
final class Draft {

    String topic;
    byte @Nullable [] key;
    byte @Nullable [] value;
    final List<Header> headers = new ArrayList<>();

    Draft(ConsumerRecord<byte[], byte[]> template) {
        topic = template.topic();
        key = template.key();
        value = template.value();
        template.headers().forEach(headers::add);
    }

    /** The first of that name as text; empty if there is none. */
    String header(String name) {
        for (Header header : headers)
            if (header.key().equals(name) && header.value() != null)
                return new String(header.value(), StandardCharsets.UTF_8);
        return "";
    }

    /** In place of all of that name. */
    void put(String name, byte @Nullable [] content) {
        headers.removeIf(header -> header.key().equals(name));
        headers.add(new RecordHeader(name, content));
    }

    void put(String name, String content) {
        put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    void text(String text) {
        value = text.getBytes(StandardCharsets.UTF_8);
    }

    ProducerRecord<byte[], byte[]> record() {
        return new ProducerRecord<>(topic, null, key, value, headers);
    }
}
