package io.sspr.live;

import io.sspr.client.Connection;
import io.sspr.quickstart.database.DatabaseLogin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Looks for secrets in topics, tables, logs and memory, and keeps where which kind of them was found. */
public final class Search {

    private final Marks marks;
    private final Set<String> found = new TreeSet<>();
    private final Set<String> searched = new TreeSet<>();

    /** For those. */
    public Search(Collection<Mark> marks) {
        this.marks = new Marks(marks);
    }

    /** A line for each place and kind of secret that was found in it. */
    public Set<String> found() {
        return found;
    }

    /** Every place that was looked at, whatever it holds. */
    public Set<String> searched() {
        return searched;
    }

    /** Keys, values and headers of every committed record on topics of ours with such a name. */
    public void topics(String bootstrap, Predicate<String> names) {
        try (KafkaConsumer<byte[], byte[]> consumer = Connection.consumer(bootstrap)) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> info.topic().startsWith("sspr.") && names.test(info.topic()))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            partitions.forEach(partition -> searched.add("topic " + partition.topic()));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200)))
                    look("topic " + record.topic(), whole(record));
        }
    }

    /** Every row of every table that the role sees. */
    public void tables(DatabaseLogin login) throws SQLException {
        try (java.sql.Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select quote_ident(table_name) from information_schema.tables where table_schema = 'public'")) {
                while (rows.next()) tables.add(rows.getString(1));
            }
            for (String table : tables)
                try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                    String place = "table " + login.user() + "." + table;
                    searched.add(place);
                    while (rows.next()) look(place, rows.getString(1).getBytes(StandardCharsets.UTF_8));
                }
        }
    }

    /** A file with what somebody wrote down. */
    public void log(Path file) throws IOException {
        look("log " + file.getFileName(), Files.readAllBytes(file));
    }

    /** Whatever it is. */
    public void look(String place, byte[] bytes) {
        searched.add(place);
        for (String what : marks.in(bytes)) found.add(place + ": " + what);
    }

    private static byte[] whole(ConsumerRecord<byte[], byte[]> record) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (record.key() != null) all.writeBytes(record.key());
        all.write('\n');
        if (record.value() != null) all.writeBytes(record.value());
        for (Header header : record.headers()) {
            all.writeBytes(("\n" + header.key() + "=").getBytes(StandardCharsets.UTF_8));
            if (header.value() != null) all.writeBytes(header.value());
        }
        return all.toByteArray();
    }
}
