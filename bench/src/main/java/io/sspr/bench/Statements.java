package io.sspr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which statements PostgreSQL ran, how often and how long, by {@code pg_stat_statements}. */
final class Statements {

    private static final String BY_TIME = """
            select datname, calls, rows, total_exec_time, wal_bytes, regexp_replace(query, '\\s+', ' ', 'g')
            from pg_stat_statements join pg_database on pg_database.oid = dbid
            where datname in ('registration', 'reset', 'notification') order by total_exec_time desc""";

    private Statements() {}

    static void reset(BenchSystem system) throws SQLException {
        try (Connection connection = system.database().superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    /** Per reset, the most costly first, to a file. */
    static Path write(BenchSystem system, Path directory, long resets) throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        lines.add("database      calls/reset  rows/reset  ms/reset  WAL bytes/reset  statement");
        try (Connection connection = system.database().superuser().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BY_TIME)) {
            while (row.next())
                lines.add(String.format(
                        Locale.ROOT,
                        "%-12s %12.2f %11.2f %9.3f %16.0f  %s",
                        row.getString(1),
                        row.getDouble(2) / resets,
                        row.getDouble(3) / resets,
                        row.getDouble(4) / resets,
                        row.getDouble(5) / resets,
                        row.getString(6)));
        }
        return Files.write(directory.resolve("statements.txt"), lines);
    }
}
