package io.sspr.bench;

import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.demo.LogReader;
import io.sspr.quickstart.SampleClients;
import io.sspr.quickstart.process.ServiceProcess;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/** One service is killed for a while, people go on asking, and it is measured how it catches up. */
final class Outage {

    private static final long LOOK_MILLIS = 10;

    private final BenchSystem system;
    private final Load load;
    private final Duration patience;
    private final PrintStream out;

    /** Gives up when it has not caught up within so long. */
    Outage(BenchSystem system, Load load, Duration patience, PrintStream out) {
        this.system = system;
        this.load = load;
        this.patience = patience;
        this.out = out;
    }

    /** Whether it has caught up, the load going on all the time. */
    boolean of(Service service, Duration length) throws Exception {
        Backlog backlog = new Backlog();
        List<String> topics = Topics.workedBy(service, SampleClients.ALL);
        LogReader reader = LogReader.start(
                system.broker().bootstrapServers(),
                topics::contains,
                LogReader.Begin.NOW,
                record -> backlog.written(new TopicPartition(record.topic(), record.partition()), record.offset()));
        try {
            ServiceProcess process = system.service(service);
            long begun = load.begun();
            long ended = load.ended();
            process.kill();
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
            read(service, backlog);
            line(service.principal() + " killed for " + length.toSeconds() + " s", "");
            line("  resets begun meanwhile", Long.toString(load.begun() - begun));
            line("  that ended all the same", Long.toString(load.ended() - ended));
            line("  records that wait for it", Long.toString(backlog.size()));
            return catchUp(service, process, backlog);
        } finally {
            reader.close();
        }
    }

    private boolean catchUp(Service service, ServiceProcess process, Backlog backlog) throws Exception {
        long start = System.nanoTime();
        long before = backlog.done();
        long waiting = load.openSince(start);
        process.start();
        CompletableFuture<Long> up = CompletableFuture.supplyAsync(() -> awaitUp(process));
        long first = 0;
        long read = 0;
        long ended = 0;
        long records = 0;
        for (long now = start; read == 0 || ended == 0; now = System.nanoTime()) {
            if (now - start > patience.toNanos()) {
                line("  NOT caught up within", seconds(now - start));
                line("  records that still wait", Long.toString(backlog.size()));
                line("  resets begun before its start that still wait", Long.toString(load.openSince(start)));
                return false;
            }
            read(service, backlog);
            if (first == 0 && backlog.done() > before) first = now;
            if (read == 0 && first != 0 && backlog.size() == 0) {
                read = now;
                records = backlog.done() - before;
            }
            if (ended == 0 && load.openSince(start) == 0) ended = now;
            if (up.isCompletedExceptionally()) up.join();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        line("  after its start: it says that it is up", seconds(up.join() - start));
        line("  the first record is worked through", seconds(first - start));
        line("  no record waits any more", seconds(read - start));
        line("  the " + waiting + " resets that waited have all ended", seconds(ended - start));
        line(
                "  records a second while it caught up",
                String.format(Locale.ROOT, "%.0f (%d)", Rates.perSecond(records, read - first), records));
        return true;
    }

    /** Beside all else, for asking may take its time. */
    private long awaitUp(ServiceProcess process) {
        try {
            system.awaitUp(process);
            return System.nanoTime();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(Service service, Backlog backlog) throws SQLException {
        try (Connection connection = system.login(service).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select topic, partition, next_offset from positions")) {
            while (row.next()) backlog.readTo(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    private void line(String what, String figure) {
        out.println(String.format(Locale.ROOT, "%-54s %14s", what, figure).stripTrailing());
    }
}
