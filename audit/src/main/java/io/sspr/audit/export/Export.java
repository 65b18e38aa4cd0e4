package io.sspr.audit.export;

import io.sspr.audit.finding.CannotCheck;
import io.sspr.audit.log.Entry;
import io.sspr.audit.log.EventLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes events as lines of JSON: CloudEvents 1.0 in their JSON format, with {@code kafkatopic}, {@code kafkapartition} and
 * {@code kafkaoffset} as extensions; a topic and partition after the other, each in the order of its log.
 */
public final class Export {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OF_THE_KIND =
            List.of("specversion", "id", "source", "type", "time", "subject", "resetid");
    private static final List<String> OF_THE_TRAIL = List.of("correlationid", "causationid");

    private final OutputStream out;
    private final @Nullable Instant since;
    private final @Nullable Instant until;
    private long lines;

    /** To there, of that time. */
    public Export(OutputStream out, @Nullable Instant since, @Nullable Instant until) {
        this.out = out;
        this.since = since;
        this.until = until;
    }

    /** Writes all of these topics; gives the number of lines. */
    public long write(EventLog log, Collection<String> topics) throws CannotCheck, IOException {
        for (TopicPartition partition : log.partitions(topics)) log.read(log.ends(List.of(partition)), this::write);
        out.flush();
        return lines;
    }

    private void write(Entry entry) throws IOException {
        if (!isInTime(entry)) return;
        out.write(line(entry).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        lines++;
    }

    private boolean isInTime(Entry entry) {
        if (since == null && until == null) return true;
        try {
            Instant at = Instant.parse(entry.header("ce_time"));
            return (since == null || !at.isBefore(since)) && (until == null || at.isBefore(until));
        } catch (DateTimeParseException e) {
            // What cannot be read is not kept from anybody.
            return true;
        }
    }

    private static String line(Entry entry) {
        ObjectNode line = JSON.createObjectNode();
        for (String name : OF_THE_KIND) text(line, name, entry.header("ce_" + name));
        String number = entry.header("ce_keysequence");
        if (number.matches("[0-9]{1,18}")) line.put("keysequence", Long.parseLong(number));
        for (String name : OF_THE_TRAIL) text(line, name, entry.header("ce_" + name));
        text(line, "traceparent", entry.header("traceparent"));
        line.put("kafkatopic", entry.place().topic());
        line.put("kafkapartition", entry.place().partition());
        line.put("kafkaoffset", entry.place().offset());
        text(line, "datacontenttype", entry.header("content-type"));
        byte[] value = entry.value();
        if (value == null) return line.toString();
        try {
            JsonNode data = JSON.readTree(value);
            line.set("data", data);
        } catch (JacksonException e) {
            line.put("data_base64", value);
        }
        return line.toString();
    }

    private static void text(ObjectNode line, String name, String text) {
        if (!text.isEmpty()) line.put(name, text);
    }
}
