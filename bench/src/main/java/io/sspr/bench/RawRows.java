package io.sspr.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;

/**
 * What the rows of a reset cost at the least: as many, in as many transactions, with as much written ahead, inserted into one
 * table by one connection that asks nothing.
 *
 * @param postgres milliseconds of its processor
 * @param walBytes that were written
 */
record RawRows(double postgres, double walBytes) {

    /** Of a small row, its entry in the index and its share of what a commit writes. */
    private static final int BYTES_BESIDE = 170;

    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final Duration MEASURED = Duration.ofSeconds(3);

    /** Nothing else may use PostgreSQL meanwhile. */
    static RawRows measure(BenchSystem system, Work work) throws SQLException, IOException {
        try (Connection connection = system.database().superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table floor (id bigint generated always as identity primary key, content bytea)");
            // Random, and so small that it is not compressed or put elsewhere.
            statement.execute("alter table floor alter content set storage plain");
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into floor (content) select ?::bytea from generate_series(1, ?)")) {
                write(insert, work, WARM_UP);
                Duration before = ProcessTimes.ofFamily(system.postmaster());
                double wal = wal(statement);
                double resets = write(insert, work, MEASURED);
                Duration used = ProcessTimes.ofFamily(system.postmaster()).minus(before);
                return new RawRows(used.toNanos() / 1e6 / resets, (wal(statement) - wal) / resets);
            }
        }
    }

    /** Returns for how many resets that would have been. */
    private static double write(PreparedStatement insert, Work work, Duration length) throws SQLException {
        byte[] content = new byte[(int) Math.max(1, work.walBytes() / work.rows() - BYTES_BESIDE)];
        new Random(1).nextBytes(content);
        Portions portions = new Portions(work.rows() / work.commits());
        long commits = 0;
        for (long begin = System.nanoTime(); System.nanoTime() - begin < length.toNanos(); commits++) {
            insert.setBytes(1, content);
            insert.setInt(2, portions.next());
            insert.executeUpdate();
        }
        return commits / work.commits();
    }

    private static double wal(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')")) {
            row.next();
            return row.getDouble(1);
        }
    }
}
