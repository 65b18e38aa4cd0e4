package io.sspr.torture.check;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record as it stands on the log, read without the contract's own codec. */
record Entry(String topic, int partition, long offset, String key, Map<String, String> headers, JsonNode value) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Entry of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers())
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        return new Entry(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : record.key(),
                headers,
                JSON.readTree(record.value()));
    }

    String id() {
        return headers.getOrDefault("ce_id", "");
    }

    String type() {
        return headers.getOrDefault("ce_type", "");
    }

    String correlation() {
        return headers.getOrDefault("ce_correlationid", "");
    }

    @Nullable
    Long sequence() {
        String text = headers.get("ce_keysequence");
        return text == null ? null : Long.valueOf(text);
    }

    String text(String property) {
        return value.path(property).asString("");
    }

    long number(String property) {
        return value.path(property).asLong(0);
    }

    String where() {
        return topic + "-" + partition + "@" + offset + " " + type() + " " + id();
    }
}
