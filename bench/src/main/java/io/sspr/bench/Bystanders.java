package io.sspr.bench;

import io.sspr.contract.Service;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * People whom nobody hears of during the measurement, but whose rows are among those of the others, in every table in which a
 * person who was made known has left any. They are copies, made in the databases: there is nothing of them on Kafka.
 */
final class Bystanders {

    /** Those that others refer to come first; a column that numbers itself is not given. */
    private static final String TABLES = """
            select c.relname, a.attname, format_type(a.atttypid, null)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
              and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
            order by (select count(*) from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'),
                     c.relname, a.attnum""";

    private static final String PRIMARY_KEY = """
            select i.indexrelid::regclass::text from pg_index i where i.indrelid = ?::regclass and i.indisprimary""";

    private static final String SIZES = """
            select reltuples, pg_table_size(oid) / 1048576.0, pg_indexes_size(oid) / 1048576.0
            from pg_class where oid = ?::regclass""";

    private final BenchSystem system;
    private final PrintStream out;

    Bystanders(BenchSystem system, PrintStream out) {
        this.system = system;
        this.out = out;
    }

    /** Makes so many like this one. */
    void add(Account like, int others) throws SQLException {
        long begin = System.nanoTime();
        List<UUID> known = new ArrayList<>(List.of(Objects.requireNonNull(like.id())));
        known.addAll(methods(known.get(0)));
        List<String> lines = new ArrayList<>();
        for (Service service : Service.values())
            try (Connection connection = system.login(service).connect();
                    Statement statement = connection.createStatement()) {
                for (TableCopy copy : tables(statement))
                    if (copy.hasIds() && number(statement, copy.count(known)) > 0) {
                        statement.execute(copy.insert(known, others));
                        mix(connection, statement, copy.table());
                        lines.add(sizes(connection, service, copy.table()));
                    }
            }
        // Or it would come during the measurement.
        try (Connection connection = system.database().superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        out.printf(
                Locale.ROOT,
                "%d bystanders copied into the databases in %.1f s, all rows put in the order of their random ids:%n",
                others,
                (System.nanoTime() - begin) / 1e9);
        out.printf(Locale.ROOT, "  %-44s %10s %10s %12s%n", "table", "rows", "MiB", "MiB indexes");
        lines.forEach(out::println);
    }

    private List<UUID> methods(UUID account) throws SQLException {
        List<UUID> methods = new ArrayList<>();
        try (Connection connection = system.login(Service.REGISTRATION).connect();
                PreparedStatement query =
                        connection.prepareStatement("select method_id from methods where account_id = ?")) {
            query.setObject(1, account);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) methods.add(row.getObject(1, UUID.class));
            }
        }
        return methods;
    }

    private static List<TableCopy> tables(Statement statement) throws SQLException {
        Map<String, List<TableCopy.Column>> columns = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next())
                columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(new TableCopy.Column(row.getString(2), row.getString(3)));
        }
        return columns.entrySet().stream()
                .map(entry -> new TableCopy(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The primary keys begin with a random id or have one in them, so that the others lie anywhere between. */
    private static void mix(Connection connection, Statement statement, String table) throws SQLException {
        statement.execute("cluster " + table + " using " + text(connection, PRIMARY_KEY, table));
        statement.execute("vacuum analyze " + table);
    }

    private static String sizes(Connection connection, Service service, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SIZES)) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return String.format(
                        Locale.ROOT,
                        "  %-44s %10.0f %10.1f %12.1f",
                        service.shortName() + "." + table,
                        row.getDouble(1),
                        row.getDouble(2),
                        row.getDouble(3));
            }
        }
    }

    private static String text(Connection connection, String sql, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
