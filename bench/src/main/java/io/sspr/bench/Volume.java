package io.sspr.bench;

import io.sspr.contract.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * What had been written and done by a moment.
 *
 * @param ended resets that had ended by then
 * @param mails mails that had been accepted
 * @param database counters of PostgreSQL, by name
 * @param offsets ends of all partitions of ours
 * @param logBytes on the broker's disk
 * @param virtualMachines of each service: milliseconds of collecting garbage, MiB allocated
 */
record Volume(
        long ended,
        long mails,
        Map<String, Double> database,
        Map<TopicPartition, Long> offsets,
        long logBytes,
        Map<String, Double> virtualMachines) {

    static final String ROWS_INSERTED = "rows inserted";
    static final String ROWS_UPDATED = "rows updated";
    static final String ROWS_DELETED = "rows deleted";
    static final String WAL = "WAL bytes";
    static final String WRITING = "transactions that wrote";

    // Only who writes takes a number.
    private static final String COUNTERS = """
            select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as "transactions that wrote",
                   sum(xact_commit) as transactions, sum(xact_rollback) as "rolled back",
                   sum(tup_inserted) as "rows inserted", sum(tup_updated) as "rows updated",
                   sum(tup_deleted) as "rows deleted",
                   pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as "WAL bytes",
                   (select sum(calls) from pg_stat_statements) as statements
            from pg_stat_database where datname in ('registration', 'reset', 'notification')""";

    static Volume now(BenchSystem system, MailSink sink, Load load) throws Exception {
        return new Volume(
                load.ended(),
                sink.mails(),
                database(system),
                offsets(system),
                logBytes(system),
                virtualMachines(system));
    }

    private static Map<String, Double> database(BenchSystem system) throws SQLException {
        try (Connection connection = system.database().superuser().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNTERS)) {
            row.next();
            Map<String, Double> counters = new LinkedHashMap<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++)
                counters.put(row.getMetaData().getColumnLabel(i), row.getDouble(i));
            return counters;
        }
    }

    private static Map<TopicPartition, Long> offsets(BenchSystem system)
            throws ExecutionException, InterruptedException {
        List<String> names = system.admin().listTopics().names().get().stream()
                .filter(name -> name.startsWith("sspr."))
                .toList();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (TopicDescription topic :
                system.admin().describeTopics(names).allTopicNames().get().values())
            topic.partitions()
                    .forEach(partition ->
                            wanted.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        return system.admin().listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static long logBytes(BenchSystem system) throws ExecutionException, InterruptedException {
        long bytes = 0;
        for (Map<String, LogDirDescription> broker : system.admin()
                .describeLogDirs(List.of(1))
                .allDescriptions()
                .get()
                .values())
            for (LogDirDescription directory : broker.values())
                bytes += directory.replicaInfos().values().stream()
                        .mapToLong(replica -> replica.size())
                        .sum();
        return bytes;
    }

    private static Map<String, Double> virtualMachines(BenchSystem system) throws IOException, InterruptedException {
        Map<String, Double> counters = new LinkedHashMap<>();
        HttpClient http = HttpClient.newHttpClient();
        for (Service service : Service.values()) {
            URI metrics =
                    URI.create("http://127.0.0.1:" + system.settings().healthPort(service) + "/actuator/prometheus");
            String text = http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            counters.put(service.principal() + " ms of GC", sum(text, "jvm_gc_pause_seconds_sum") * 1000);
            counters.put(
                    service.principal() + " KiB allocated", sum(text, "jvm_gc_memory_allocated_bytes_total") / 1024);
        }
        return counters;
    }

    /** Over all its labels. */
    static double sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
